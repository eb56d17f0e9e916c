package io.lijevak.process;

import io.lijevak.process.RouteModel.Kind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads what the form of a point says, for its executor and those who may see the record. */
@Component
public class PointSheets {
    private final Arrivals arrivals;
    private final Subjects subjects;
    private final Requirements requirements;
    private final PointFacts facts;

    PointSheets(Arrivals arrivals, Subjects subjects, Requirements requirements, PointFacts facts) {
        this.arrivals = arrivals;
        this.subjects = subjects;
        this.requirements = requirements;
        this.facts = facts;
    }

    public PointSheet require(long point, CurrentUser user) {
        var arrival = arrivals.require(point);
        var own = Objects.equals(arrival.executor(), user.id());
        if (!own) {
            subjects.require(arrival.subject(), Action.VIEW, user);
        }
        var kind = subjects.kind(arrival.subject());
        var id = arrival.subject().id();
        var gate = arrival.isOver() ? null : arrival.gate();
        var missing = gate == null ? List.<Missing>of() : requirements.missing(gate, subjects.doer(arrival, user));
        return new PointSheet(
                arrival,
                kind.title(id),
                kind.href(id),
                facts.name(arrival.executor()),
                gate == null ? 0 : requirements.of(gate).size(),
                missing,
                facts.questions(arrival, user),
                endings(arrival, kind, user),
                !arrival.isOver() && (own || kind.may(id, Action.EDIT, user)),
                user.can(Resource.REQUIREMENT, Action.EDIT, kind.responsible(id)));
    }

    private List<Input> endings(Arrival arrival, SubjectKind kind, CurrentUser user) {
        var behind = facts.endsBehind(arrival);
        return behind.contains(Kind.FAILURE)
                ? kind.endInputs(false, user)
                : behind.contains(Kind.SUCCESS) ? kind.endInputs(true, user) : List.of();
    }
}
