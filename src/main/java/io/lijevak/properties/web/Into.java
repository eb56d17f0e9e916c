package io.lijevak.properties.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.FieldList;

/** The group of a tree of conditions that a condition is chosen for, as addresses say it. */
final class Into {
    static final String PARAMETER = "into";
    /** The place of a condition of the tree that another one replaces. */
    static final String REPLACED = "replaced";

    private static final String WHOLE = "all";

    private Into() {}

    static String of(String place) {
        return place.isEmpty() ? WHOLE : place;
    }

    static String place(String into) {
        return into.equals(WHOLE) ? "" : into;
    }

    static String editor(FieldList list, PageLink state) {
        return state.at("/filters/" + list.name() + "/tree").toString();
    }
}
