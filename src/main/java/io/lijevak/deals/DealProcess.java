package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.process.Actor;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Gate;
import io.lijevak.process.Processes;
import io.lijevak.process.StageEvents;
import io.lijevak.process.StageId;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of the process of a deal when somebody changes the deal; deals of other modes have none. */
@Component
class DealProcess {
    private final Processes processes;
    private final StageEvents stages;
    private final DealTypes types;
    private final Clock clock;

    DealProcess(Processes processes, StageEvents stages, DealTypes types, Clock clock) {
        this.processes = processes;
        this.stages = stages;
        this.types = types;
        this.clock = clock;
    }

    /** The present moment, in the precision of the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Begins the process of a deal that became one of an automatic type, at its first point or at that of a stage. */
    void begin(DealId id, Ledger ledger, DealType type, @Nullable StageId at, CurrentUser user) {
        if (type.mode() == DealMode.AUTOMATIC) {
            processes.begin(subject(id), type.id(), type.stepsVersion(), at, actor(user));
        } else {
            arrived(id, ledger, type, user);
        }
    }

    /** Lets the stage where somebody moved the deal by hand plan; what the one it was sent back from planned goes. */
    void moved(Deal deal, DealType type, CurrentUser user) {
        var left = deal.ledger().closed();
        if (left != null && left.outcome() == VisitOutcome.RETURNED) {
            stages.over(subject(deal.id()), left.stage(), actor(user));
        }
        arrived(deal.id(), deal.ledger(), type, user);
    }

    private void arrived(DealId id, Ledger ledger, DealType type, CurrentUser user) {
        var visit = ledger.last();
        if (type.mode() == DealMode.MANUAL && type.planning() && visit != null && visit.isOpen()) {
            var gate = new Gate(subject(id), type.id(), type.stepsVersion(), visit.stage());
            stages.entered(gate, "deal-" + id + "-" + visit.seq(), actor(user));
        }
    }

    /** Ends the process of a deal that is over or of another type now, and what its stages planned. */
    void stop(Deal deal, CurrentUser user) {
        processes.stop(subject(deal.id()), actor(user));
        stages.over(subject(deal.id()), null, actor(user));
    }

    /** Goes on with the process of a deal taken up again; one that never ran begins where the deal stands. */
    void resume(Deal deal, CurrentUser user) {
        var stage = deal.stage();
        var type = types.require(deal.type(), deal.stepsVersion());
        if (type.mode() == DealMode.AUTOMATIC && stage != null) {
            processes.resume(subject(deal.id()), type.id(), type.stepsVersion(), stage, actor(user));
        } else {
            arrived(deal.id(), deal.ledger(), type, user);
        }
    }

    /** Where demands on a deal moved by hand are asked: by the present steps of its type while they have its stage. */
    Gate gate(Deal deal, StageId stage) {
        var now = types.require(deal.type());
        var version = now.indexOf(stage) >= 0 ? now.stepsVersion() : deal.stepsVersion();
        return new Gate(subject(deal.id()), deal.type(), version, stage);
    }

    /** Refuses what only the process may do, while it does. */
    void refuseByHand(Deal deal, String messageKey) {
        if (types.require(deal.type()).mode() == DealMode.AUTOMATIC) {
            throw new Conflict(messageKey);
        }
    }

    private static Subject subject(DealId id) {
        return Subject.deal(id.value());
    }

    private Actor actor(CurrentUser user) {
        return new Actor(user, now());
    }
}
