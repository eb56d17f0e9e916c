package io.lijevak.interactions;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is written down of an interaction; a planned one with another time counts as moved. */
@Component
public class ChangeInteraction {
    private final Interactions interactions;
    private final CircleCheck check;
    private final Counterparts counterparts;
    private final InteractionRows rows;
    private final Finish finish;

    ChangeInteraction(
            Interactions interactions,
            CircleCheck check,
            Counterparts counterparts,
            InteractionRows rows,
            Finish finish) {
        this.interactions = interactions;
        this.check = check;
        this.counterparts = counterparts;
        this.rows = rows;
        this.finish = finish;
    }

    /** Refuses another kind, what breaks a rule, and a stale version. */
    @Transactional
    public Interaction to(InteractionId id, int version, InteractionFields given, CurrentUser user) {
        var before = interactions.require(id, user);
        user.require(Resource.INTERACTION, Action.EDIT, before.fields().responsible());
        if (!Objects.equals(before.fields().responsible(), given.responsible())) {
            user.require(Resource.INTERACTION, Action.EDIT, given.responsible());
        }
        if (before.kind() != given.kind()) {
            throw InvalidInput.at("kind", "interactions.error.kind");
        }
        var problems = new ArrayList<FieldProblem>();
        var fields = counterparts.sound(given, problems);
        problems.addAll(InteractionRules.problems(fields, before.state()));
        var moved = !before.at().equals(given.at());
        if (moved) {
            problems.addAll(InteractionRules.timeProblems(given.at(), before.isPlanned(), finish.now()));
        }
        var checked = check.of(fields, before.fields().circle(), user);
        problems.addAll(checked.problems());
        RecordInteraction.refuse(problems);
        rows.update(id, version, fields.within(checked.circle()));
        if (moved && before.isPlanned()) {
            rows.step(id, InteractionRows.Way.MOVED, given.at(), finish.recorded(user));
        }
        return finish.with("changed", before, user);
    }

    /** What the end of every change has in common: the moment, and telling of it. */
    @Component
    static class Finish {
        private final InteractionJournal journal;
        private final Clock clock;

        Finish(InteractionJournal journal, Clock clock) {
            this.journal = journal;
            this.clock = clock;
        }

        java.time.Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        InteractionRows.Recorded recorded(CurrentUser user) {
            return new InteractionRows.Recorded(user.id(), now());
        }

        Interaction with(String action, Interaction before, CurrentUser user) {
            return journal.write(user, action, before, before.id());
        }
    }
}
