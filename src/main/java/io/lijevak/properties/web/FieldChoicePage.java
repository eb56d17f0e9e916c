package io.lijevak.properties.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.Fields;

/** The fields that a list may be narrowed by, at one record of the way. */
public record FieldChoicePage(FieldList list, PageLink state, String at, Fields.Level level) {
    /** The address that chooses a field. */
    public String choose(String path) {
        return state.at("/filters/" + list.name()).with("field", path).toString();
    }

    /** The address that goes on to the fields of a related record. */
    public String goOn(String path) {
        return state.at("/filters/" + list.name()).with("at", path).toString();
    }

    public String back() {
        return state.toString();
    }
}
