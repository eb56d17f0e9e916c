package io.lijevak.platform.web;

import java.util.List;

/**
 * An input of a form that is made of data instead of a template.
 *
 * @param section heading of the group it stands in, empty without one
 * @param options what may be chosen; empty for other kinds
 * @param source address that answers the options of a reference, empty for other kinds
 * @param text name of the record that a reference names now
 * @param unit what a number counts, such as a currency; empty without one
 */
public record Input(
        String name,
        String label,
        String section,
        Kind kind,
        List<Option> options,
        boolean required,
        String source,
        String text,
        String unit) {
    public Input {
        options = List.copyOf(options);
    }

    /** How it is drawn. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        CHOICE,
        CHOICES,
        REFERENCE
    }

    /** Its id on the page. */
    public String id() {
        return "f-" + name.replace('.', '-');
    }

    /** Its label with the unit. */
    public String caption() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}
