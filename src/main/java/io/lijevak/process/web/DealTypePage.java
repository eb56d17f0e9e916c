package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealMode;
import io.lijevak.process.Stage;
import io.lijevak.process.StageId;
import io.lijevak.process.StepRules;
import java.util.ArrayList;
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
        Map<StageId, StepRules> rules,
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

    /** In short: how many things it demands and plans, and whether it says how it is done. */
    public String summary(Ui ui, String row) {
        var said = rules.get(StageId.valueOf(row));
        var parts = new ArrayList<String>();
        parts.add(ui.t(
                "process.steps.demands", said == null ? 0 : said.requirements().size()));
        if (said != null && !said.events().isEmpty()) {
            parts.add(ui.t("process.steps.events", said.events().size()));
        }
        if (said != null && (said.instruction() != null || !said.files().isEmpty())) {
            parts.add(ui.t("process.steps.instructed"));
        }
        return String.join(" · ", parts);
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
