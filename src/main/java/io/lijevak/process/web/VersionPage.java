package io.lijevak.process.web;

import io.lijevak.files.Attachment;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.process.StepRules;
import io.lijevak.process.TypeVersion;
import java.util.List;
import java.util.Map;

/** One version of a deal type, to be read: what each of its steps says. */
public record VersionPage(
        DealType type,
        TypeVersion version,
        Map<StageId, StepRules> rules,
        List<Attachment> files,
        List<Option> addressees) {

    public StepRules of(Step step) {
        return rules.getOrDefault(step.stage(), new StepRules(null, null, List.of()));
    }

    public boolean isAutomatic() {
        return type.mode() == DealMode.AUTOMATIC;
    }

    /** Whether the step says anything beside its place, norm and probability. */
    public boolean says(Step step) {
        var said = of(step);
        return isAutomatic()
                || said.instruction() != null
                || !said.files().isEmpty()
                || !said.requirements().isEmpty()
                || !said.events().isEmpty();
    }

    public List<Attachment> files(Step step) {
        var wanted = of(step).files();
        return files.stream().filter(file -> wanted.contains(file.id())).toList();
    }

    public String addressee(Ui ui, @org.jspecify.annotations.Nullable String written) {
        var value = written == null ? "responsible" : written;
        return addressees.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> ui.t("process.addressee.gone"));
    }
}
