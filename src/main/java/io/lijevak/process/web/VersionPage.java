package io.lijevak.process.web;

import io.lijevak.files.Attachment;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
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
        int present,
        Map<StageId, StepRules> rules,
        List<Attachment> files,
        List<Option> addressees) {

    public StepRules of(Step step) {
        return rules.getOrDefault(step.stage(), new StepRules(null, null, List.of()));
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

    public boolean isPresent() {
        return version.version() == present;
    }
}
