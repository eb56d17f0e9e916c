package io.lijevak.tasks;

import io.lijevak.deals.DealId;
import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Input;
import io.lijevak.process.Missing;
import io.lijevak.process.Requirement;
import io.lijevak.process.RequirementKind;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requires that the next step of a deal is planned: an open task with a date, or a planned interaction. */
@Component
class NextStepRequirement implements RequirementKind {
    private final NextStepRule rule;
    private final PlanTask plan;
    private final Companies companies;
    private final Clock clock;

    NextStepRequirement(NextStepRule rule, PlanTask plan, Companies companies, Clock clock) {
        this.rule = rule;
        this.plan = plan;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "nextStep";
    }

    @Override
    public List<Input> settings(CurrentUser user) {
        return List.of();
    }

    @Override
    public List<FieldProblem> problems(Map<String, String> settings) {
        return List.of();
    }

    @Override
    public Optional<Missing> missing(Requirement requirement, Subject subject, CurrentUser user) {
        if (!subject.isDeal() || rule.isPlanned(new DealId(subject.id()))) {
            return Optional.empty();
        }
        var inputs = List.of(
                new Input(title(requirement), "tasks.next.title", false, Input.Type.TEXT, List.of(), null),
                new Input(due(requirement), "tasks.next.due", false, Input.Type.DATE_TIME, List.of(), null));
        return Optional.of(new Missing(requirement, "tasks.missing.nextStep", List.of(), inputs, null));
    }

    @Override
    public void fulfil(Requirement requirement, Subject subject, Map<String, String> answers, CurrentUser user) {
        var words = answers.getOrDefault(due(requirement), "");
        var zone = companies.current().timeZone();
        var due = WhenWords.read(words, clock.instant().atZone(zone))
                .map(when -> Due.of(when, zone))
                .orElse(null);
        if (due == null) {
            throw InvalidInput.at(due(requirement), words.isBlank() ? "tasks.error.next.due" : "tasks.error.due.words");
        }
        try {
            plan.from(draft(answers.get(title(requirement)), due, subject), user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.problems().stream()
                    .map(problem -> new FieldProblem(
                            problem.field().equals("due") ? due(requirement) : title(requirement),
                            problem.messageKey(),
                            problem.arguments()))
                    .toList());
        }
    }

    private static TaskDraft draft(@Nullable String title, Due due, Subject subject) {
        return new TaskDraft(title, null, subject.id(), null, null, due, null, false, false);
    }

    private static String title(Requirement requirement) {
        return "nextStep-" + requirement.id() + "-title";
    }

    private static String due(Requirement requirement) {
        return "nextStep-" + requirement.id() + "-due";
    }
}
