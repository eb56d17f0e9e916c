package io.lijevak.interactions;

import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down an interaction that took place, or plans one. */
@Component
public class RecordInteraction {
    private final CircleCheck check;
    private final Counterparts counterparts;
    private final InteractionRows rows;
    private final InteractionJournal journal;
    private final Clock clock;

    RecordInteraction(
            CircleCheck check,
            Counterparts counterparts,
            InteractionRows rows,
            InteractionJournal journal,
            Clock clock) {
        this.check = check;
        this.counterparts = counterparts;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** Refuses what breaks a rule, refers to something that the user may not see, or lies on the wrong side of now. */
    @Transactional
    public InteractionId with(
            InteractionFields given, InteractionState state, @Nullable Instant review, CurrentUser user) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        user.require(Resource.INTERACTION, Action.CREATE, given.responsible());
        var problems = new ArrayList<FieldProblem>();
        var fields = counterparts.sound(given, problems);
        problems.addAll(InteractionRules.problems(fields, state));
        problems.addAll(InteractionRules.timeProblems(fields.at(), state == InteractionState.PLANNED, now));
        var checked = check.of(fields, Circle.NOBODY, user);
        problems.addAll(checked.problems());
        refuse(problems);
        var stage = state == InteractionState.PLANNED ? checked.stage() : null;
        var begins = new InteractionRows.Beginning(state, stage, review);
        var recorded = new InteractionRows.Recorded(user.id(), now);
        var id = rows.insert(fields.within(checked.circle()), begins, recorded);
        journal.write(user, state == InteractionState.PLANNED ? "planned" : "recorded", null, id);
        return id;
    }

    static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
