package io.lijevak.platform.web;

import java.util.regex.Pattern;

/** Where a form returns to: a page of ours, never one of another host. */
public final class Back {
    private static final Pattern OURS = Pattern.compile("/[a-z][^\\\\\\p{Cntrl}]*");

    private Back() {}

    public static String or(String wanted, String otherwise) {
        return OURS.matcher(wanted).matches() ? wanted : otherwise;
    }
}
