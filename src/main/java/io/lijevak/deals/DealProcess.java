package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.process.Actor;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Processes;
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
    private final DealTypes types;
    private final Clock clock;

    DealProcess(Processes processes, DealTypes types, Clock clock) {
        this.processes = processes;
        this.types = types;
        this.clock = clock;
    }

    /** The present moment, in the precision of the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Begins the process of a deal that became one of an automatic type, at its first point or at that of a stage. */
    void begin(DealId id, DealType type, @Nullable StageId at, CurrentUser user) {
        if (type.mode() == DealMode.AUTOMATIC) {
            processes.begin(subject(id), type.id(), type.stepsVersion(), at, actor(user));
        }
    }

    /** Ends the process of a deal that is over or of another type now. */
    void stop(Deal deal, CurrentUser user) {
        processes.stop(subject(deal.id()), actor(user));
    }

    /** Goes on with the process of a deal taken up again; one that never ran begins where the deal stands. */
    void resume(Deal deal, CurrentUser user) {
        var stage = deal.stage();
        var type = types.require(deal.type(), deal.stepsVersion());
        if (type.mode() == DealMode.AUTOMATIC && stage != null) {
            processes.resume(subject(deal.id()), type.id(), type.stepsVersion(), stage, actor(user));
        }
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
