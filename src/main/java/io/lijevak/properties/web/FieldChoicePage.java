package io.lijevak.properties.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.Fields;

/**
 * The fields that a list may be narrowed by, at one record of the way.
 *
 * @param into the group of a tree of conditions that the condition is for, empty without one
 */
public record FieldChoicePage(FieldList list, PageLink state, String at, Fields.Level level, String into) {
    /** The address that chooses a field. */
    public String choose(String path) {
        return state.at("/filters/" + list.name())
                .with("field", path)
                .with(Into.PARAMETER, into)
                .toString();
    }

    /** The address that goes on to the fields of a related record. */
    public String goOn(String path) {
        return state.at("/filters/" + list.name())
                .with("at", path)
                .with(Into.PARAMETER, into)
                .toString();
    }

    public String back() {
        return into.isEmpty() ? state.toString() : tree();
    }

    /** The page that joins conditions by and, or, not. */
    public String tree() {
        return Into.editor(list, state);
    }
}
