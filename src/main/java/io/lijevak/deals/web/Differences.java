package io.lijevak.deals.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.PropertyForms;
import java.util.List;
import java.util.stream.Stream;

/** Fields in which what somebody typed is not what is stored now. */
public final class Differences {
    private static final List<String> FIELDS =
            List.of("title", "customer", "expectedClose", "amount", "currency", "rate");

    private Differences() {}

    /** A field, what was typed, and what is stored. */
    public record Difference(String label, String mine, String theirs) {}

    static List<Difference> between(Form mine, Form stored, List<PropertyForms.Line> differing, Ui ui) {
        var own = differing.stream()
                .map(line -> new Difference(line.label(), mine.shown(line.field(), ui.f()), line.text()));
        var fixed = FIELDS.stream()
                .filter(name -> !mine.shown(name, ui.f()).equals(stored.shown(name, ui.f())))
                .map(name -> new Difference(
                        ui.t("deals.field." + name), mine.shown(name, ui.f()), stored.shown(name, ui.f())));
        return Stream.concat(fixed, own).toList();
    }
}
