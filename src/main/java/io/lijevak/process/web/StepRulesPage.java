package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealType;
import io.lijevak.process.Instruction.Reader;
import io.lijevak.process.Step;
import io.lijevak.process.StepEvent;
import java.util.List;
import java.util.stream.Stream;

/** The settings of one step. */
public record StepRulesPage(
        DealType type,
        Step step,
        Form form,
        List<StepRulesForm.Row> rows,
        List<Option> kinds,
        List<Option> addressees,
        List<SentFile> files,
        List<Reader> readers) {

    /** A file of the instruction: what the form calls it, and its name; attached ones can be opened. */
    public record SentFile(String value, String name, boolean attached) {}

    /** The rows of what is planned on entry. */
    public List<Integer> events() {
        return StepEventsForm.rows(form);
    }

    public List<Option> eventKinds(Ui ui) {
        return Stream.of(StepEvent.Kind.values())
                .map(kind -> new Option(kind.word(), ui.t("process.event.kind." + kind.word())))
                .toList();
    }

    public List<Option> eventUnits(Ui ui) {
        return Stream.of(StepEvent.Unit.values())
                .map(unit -> new Option(unit.word(), ui.t("process.event.unit." + unit.word())))
                .toList();
    }

    public String action() {
        return "/settings/deal-types/" + type.id() + "/steps/" + step.stage();
    }

    public String kind(String name) {
        return kinds.stream()
                .filter(option -> option.value().equals(name))
                .map(Option::label)
                .findFirst()
                .orElse(name);
    }
}
