package io.lijevak.properties.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Input;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.Operator;
import io.lijevak.properties.TypedField;
import java.util.List;
import java.util.Objects;

/** What a field may be compared to. */
public record FieldConditionPage(FieldList list, PageLink state, TypedField field, List<Option> options, Form form) {
    /** The group of a tree of conditions that the condition is for, empty without one. */
    public String into() {
        return form.value(Into.PARAMETER);
    }

    /** The place in a tree of the condition that is changed, empty for a new one. */
    public String replaced() {
        return form.value(Into.REPLACED);
    }

    public String action() {
        return "/filters/" + list.name() + "/condition";
    }

    /** The operators of the field; a list that several may be ticked of needs no others for one and for many. */
    public List<Option> operators(Ui ui) {
        return java.util.stream.Stream.of(Operator.values())
                .filter(field.operators()::contains)
                .filter(operator -> !operator.takesMany() || !ticked() && field.target() == null)
                .map(operator -> new Option(operator.word(), ui.t("properties.operator." + operator)))
                .toList();
    }

    /** Whether several records are chosen: those named so far stand as ticks, and a further one is searched for. */
    public boolean severalRecords() {
        return field.target() != null && !options.isEmpty();
    }

    public boolean takesRecords() {
        return field.target() != null;
    }

    /** The ticks of the records named so far. */
    public Input named(Ui ui) {
        return new Input(
                "value", ui.t("properties.filter.records"), "", Input.Kind.CHOICES, options, false, "", "", "");
    }

    /** The search for a further record. */
    public Input further(Ui ui) {
        return input(FieldFilterForm.FURTHER, ui.t("properties.filter.further"));
    }

    public boolean ranges() {
        return field.operators().contains(Operator.BETWEEN);
    }

    /** The input of the value. */
    public Input value(Ui ui) {
        return input("value", ui.t("properties.filter.value"));
    }

    /** The input of the end of a range. */
    public Input end(Ui ui) {
        return input("value2", ui.t("properties.filter.until"));
    }

    public String back() {
        return replaced().isEmpty()
                ? state.at("/filters/" + list.name())
                        .with(Into.PARAMETER, into())
                        .toString()
                : Into.editor(list, state);
    }

    /** What {@link #back} leads to. */
    public String backKey() {
        return replaced().isEmpty() ? "properties.filter.title" : "properties.tree.title";
    }

    public String cancel() {
        return into().isEmpty() && replaced().isEmpty() ? state.toString() : Into.editor(list, state);
    }

    private boolean ticked() {
        return !options.isEmpty();
    }

    private Input input(String name, String label) {
        var target = field.target();
        return new Input(
                name,
                label,
                "",
                kind(),
                options,
                false,
                target == null ? "" : "/records/" + target.word() + "/options",
                "",
                Objects.requireNonNullElse(field.currency(), ""));
    }

    private Input.Kind kind() {
        return switch (field.type()) {
            case TEXT -> Input.Kind.TEXT;
            case NUMBER, MONEY -> Input.Kind.NUMBER;
            case DATE -> Input.Kind.DATE;
            case FLAG -> Input.Kind.CHOICE;
            case LIST, MULTI_LIST -> Input.Kind.CHOICES;
            case REFERENCE -> Input.Kind.REFERENCE;
        };
    }
}
