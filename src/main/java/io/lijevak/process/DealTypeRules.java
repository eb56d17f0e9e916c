package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealTypeDraft.StepDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for every deal type, as pure checks; problems carry the path of their field. */
final class DealTypeRules {
    private static final int LONGEST_NORM = 3650;

    private DealTypeRules() {}

    /** Refuses a draft that breaks a rule; {@code usable} are the stages it may take. */
    static void check(DealTypeDraft draft, Set<StageId> usable) {
        var problems = new ArrayList<FieldProblem>();
        if (draft.mode() == DealMode.NON_PROCESS && !draft.steps().isEmpty()) {
            problems.add(new FieldProblem("steps", "process.error.type.nonProcess"));
        }
        if (draft.mode() != DealMode.NON_PROCESS && draft.steps().isEmpty()) {
            problems.add(new FieldProblem("steps", "process.error.type.noSteps"));
        }
        checkSteps(draft.steps(), usable, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static void checkSteps(List<StepDraft> steps, Set<StageId> usable, List<FieldProblem> problems) {
        var seen = new HashSet<StageId>();
        for (int index = 0; index < steps.size(); index++) {
            var step = steps.get(index);
            var path = "steps[" + index + "].";
            if (!usable.contains(step.stage())) {
                problems.add(new FieldProblem(path + "stage", "process.error.step.unknown"));
            } else if (!seen.add(step.stage())) {
                problems.add(new FieldProblem(path + "stage", "process.error.step.twice"));
            }
            if (outside(step.normDays(), 1, LONGEST_NORM)) {
                problems.add(new FieldProblem(path + "normDays", "process.error.step.norm", LONGEST_NORM));
            }
            if (outside(step.probability(), 0, 100)) {
                problems.add(new FieldProblem(path + "probability", "process.error.step.probability"));
            }
        }
    }

    private static boolean outside(@Nullable Integer value, int least, int most) {
        return value != null && (value < least || value > most);
    }
}
