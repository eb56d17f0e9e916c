package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealMode;
import io.lijevak.process.Requirement;
import io.lijevak.process.Stage;
import io.lijevak.process.StageId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a deal type: its rows are stages in their order. */
public record DealTypePage(
        @Nullable Long type,
        DealMode mode,
        Form form,
        List<String> rows,
        List<Stage> stages,
        Map<StageId, List<Requirement>> requirements,
        boolean editing) {

    public boolean isNew() {
        return type == null;
    }

    public boolean hasSteps() {
        return mode != DealMode.NON_PROCESS;
    }

    /** Steps of an automatic type are only shown until somebody means to write a new version. */
    public boolean fixed() {
        return mode == DealMode.AUTOMATIC && !isNew() && !editing;
    }

    /** How many things the stage of a row demands. */
    public int demands(String row) {
        return requirements.getOrDefault(StageId.valueOf(row), List.of()).size();
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
