package io.lijevak.tasks;

import io.lijevak.deals.DealId;
import io.lijevak.deals.Reminders;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.worktime.WorkingTime;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Makes tasks of warnings on deals. */
@Component
class WarnedDeals implements Reminders {
    private final PlanTask plan;
    private final WorkingTime time;

    WarnedDeals(PlanTask plan, WorkingTime time) {
        this.plan = plan;
        this.time = time;
    }

    @Override
    public void remind(DealId deal, String title, long executor, LocalDate due, CurrentUser user) {
        var wanted = Due.during(due, time.zone());
        try {
            plan.from(new TaskDraft(title, null, deal.value(), null, executor, wanted, null, true, false), user);
        } catch (InvalidInput invalid) {
            throw new InvalidInput(
                    invalid.problems().stream().map(WarnedDeals::atItsField).toList());
        }
    }

    /** The form of a warning asks for the title as a note, and for the executor as a person. */
    private static FieldProblem atItsField(FieldProblem problem) {
        var field = switch (problem.field()) {
            case "title" -> "note";
            case "executor" -> "person";
            default -> problem.field();
        };
        return problem.at(field);
    }
}
