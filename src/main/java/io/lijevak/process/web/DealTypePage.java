package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealMode;
import io.lijevak.process.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a deal type: its rows are stages in their order. */
public record DealTypePage(@Nullable Long type, DealMode mode, Form form, List<String> rows, List<Stage> stages) {

    public boolean isNew() {
        return type == null;
    }

    public boolean hasSteps() {
        return mode != DealMode.NON_PROCESS;
    }

    /** Steps of an automatic type are drawn by its process and only shown here. */
    public boolean fixed() {
        return mode == DealMode.AUTOMATIC && !isNew();
    }

    public String action() {
        return isNew() ? "/settings/deal-types" : "/settings/deal-types/" + type;
    }

    public String name(String row) {
        return stages.stream()
                .filter(stage -> stage.id().toString().equals(row))
                .map(Stage::name)
                .findFirst()
                .orElse(row);
    }

    /** Stages that could be added. */
    public List<Option> others() {
        return stages.stream()
                .filter(stage -> !stage.retired() && !rows.contains(stage.id().toString()))
                .map(stage -> Option.of(stage.id(), stage.name()))
                .toList();
    }

    public List<Option> modes(Ui ui) {
        return Stream.of(DealMode.MANUAL, DealMode.NON_PROCESS, DealMode.AUTOMATIC)
                .map(value -> new Option(value.word(), ui.t("process.mode." + value.word())))
                .toList();
    }
}
