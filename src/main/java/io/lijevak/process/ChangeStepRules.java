package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a step says; as steps never change, this is the next version of the type. */
@Component
public class ChangeStepRules {
    private static final int LONGEST_INSTRUCTION = 10_000;
    private static final int MOST_REQUIREMENTS = 20;
    private final HeldDealType held;
    private final NewStepsVersion versions;
    private final WriteStepRules rows;
    private final Requirements requirements;
    private final DealTypeJournal journal;

    ChangeStepRules(
            HeldDealType held,
            NewStepsVersion versions,
            WriteStepRules rows,
            Requirements requirements,
            DealTypeJournal journal) {
        this.held = held;
        this.versions = versions;
        this.rows = rows;
        this.requirements = requirements;
        this.journal = journal;
    }

    /** Refuses a stale version, an addressee that is nobody, and requirements that nobody could fulfil. */
    @Transactional
    public void to(StepRules rules, DealTypeId id, int version, StageId stage, CurrentUser user) {
        to(rules, List.of(), new Place(id, version, stage), user);
    }

    /** The step that is changed: its type in the version that was seen, and its stage. */
    public record Place(DealTypeId type, int version, StageId stage) {}

    /** The same with files for the instruction that were sent before, by their tokens. */
    @Transactional
    public void to(StepRules given, List<String> sent, Place place, CurrentUser user) {
        var id = place.type();
        var stage = place.stage();
        user.require(Resource.PROCESS, Action.EDIT);
        var before = held.at(id, place.version());
        if (before.step(stage).isEmpty()) {
            throw InvalidInput.at("stage", "process.error.step.unknown");
        }
        var rules = rows.attach(sent, given, id, user);
        check(rules, id);
        var drafts = before.steps().stream()
                .map(step -> new StepDraft(step.stage(), step.normDays(), step.probability()))
                .toList();
        var next = versions.after(before, drafts, null, user);
        rows.write(id, next, stage, rules);
        held.touched(id);
        journal.ruled(before, stage, next, user);
    }

    private void check(StepRules rules, DealTypeId type) {
        var problems = new ArrayList<FieldProblem>();
        if (rules.addressee() != null && !rows.isAddressee(rules.addressee())) {
            problems.add(new FieldProblem("addressee", "process.error.addressee"));
        }
        if (rules.instruction() != null && rules.instruction().length() > LONGEST_INSTRUCTION) {
            problems.add(new FieldProblem("instruction", "process.error.instruction.long", LONGEST_INSTRUCTION));
        }
        if (rules.requirements().size() > MOST_REQUIREMENTS) {
            problems.add(new FieldProblem("requirements", "process.error.requirements.many", MOST_REQUIREMENTS));
        }
        for (int index = 0; index < rules.requirements().size(); index++) {
            problems.addAll(problems(index, rules.requirements().get(index)));
        }
        problems.addAll(StepEventRules.problems(rules.events(), rows::isAddressee));
        problems.addAll(rows.problems(rules.files(), type));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private List<FieldProblem> problems(int index, RequirementDraft draft) {
        var path = "requirements[" + index + "].";
        return requirements.kinds().stream()
                .filter(kind -> kind.name().equals(draft.kind()))
                .findFirst()
                .map(kind -> kind.problems(draft.settings()).stream()
                        .map(problem -> problem.at(path + problem.field()))
                        .toList())
                .orElseGet(() -> List.of(new FieldProblem(path + "kind", "process.error.requirement.kind")));
    }
}
