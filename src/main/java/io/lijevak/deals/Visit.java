package io.lijevak.deals;

import io.lijevak.process.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the stage-visit ledger. Times and potentials are null where they are not known; the potential is in the
 * management currency, the responsible person is the one at the time of entry.
 */
public record Visit(
        int seq,
        int stepsVersion,
        StageId stage,
        @Nullable Instant enteredAt,
        @Nullable Instant leftAt,
        VisitOutcome outcome,
        @Nullable BigDecimal entryPotential,
        @Nullable BigDecimal exitPotential,
        @Nullable Long responsible,
        VisitCause cause) {

    boolean isOpen() {
        return outcome == VisitOutcome.OPEN;
    }

    Visit left(VisitOutcome how, Instant at, @Nullable BigDecimal potential) {
        var moment = enteredAt != null && at.isBefore(enteredAt) ? enteredAt : at;
        return new Visit(
                seq, stepsVersion, stage, enteredAt, moment, how, entryPotential, potential, responsible, cause);
    }
}
