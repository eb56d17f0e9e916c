package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.process.DealType;
import io.lijevak.process.Step;
import java.util.List;

/** The settings of one step. */
public record StepRulesPage(
        DealType type,
        Step step,
        Form form,
        List<StepRulesForm.Row> rows,
        List<Option> kinds,
        List<Option> addressees) {

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
