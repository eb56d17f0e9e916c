package io.lijevak.process.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeDraft;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.process.StageId;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form of a deal type: its fields from the type, and the draft from its fields. */
final class DealTypeForm {
    private static final Pattern STEP = Pattern.compile("steps\\[(\\d+)]\\.(\\w+)");

    private DealTypeForm() {}

    static Form of(DealType type, String edit) {
        var values = new HashMap<String, Object>();
        values.put("name", type.name());
        values.put("mode", type.mode().word());
        values.put("useAllowed", type.useAllowed());
        values.put("version", type.version());
        values.put("edit", edit);
        for (var step : type.steps()) {
            if (step.normDays() != null) {
                values.put("norm-" + step.stage(), step.normDays());
            }
            if (step.probability() != null) {
                values.put("probability-" + step.stage(), step.probability());
            }
        }
        return Form.of(values);
    }

    static DealMode mode(Form form) {
        return Stream.of(DealMode.values())
                .filter(mode -> mode.word().equals(form.value("mode")))
                .findFirst()
                .orElse(DealMode.MANUAL);
    }

    static DealTypeDraft draft(Form form, FormReader reader, List<String> rows) {
        var mode = mode(form);
        var steps = mode == DealMode.NON_PROCESS
                ? List.<StepDraft>of()
                : rows.stream().map(row -> step(reader, row)).toList();
        return new DealTypeDraft(form.value("name"), mode, reader.flag("useAllowed"), steps);
    }

    /** The problems at the fields of this form instead of at the paths of the draft. */
    static FieldProblem placed(FieldProblem problem, List<String> rows) {
        var path = STEP.matcher(problem.field());
        if (!path.matches()) {
            return problem;
        }
        var row = rows.get(Integer.parseInt(path.group(1)));
        var field = switch (path.group(2)) {
            case "normDays" -> "norm-" + row;
            case "probability" -> "probability-" + row;
            default -> "steps";
        };
        return problem.at(field);
    }

    private static StepDraft step(FormReader reader, String row) {
        return new StepDraft(StageId.valueOf(row), reader.integer("norm-" + row), reader.integer("probability-" + row));
    }
}
