package io.lijevak.funnel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal with its visits in their order, as they were written down. */
record LedgerDeal(Row row, List<Visit> visits) {
    /** Of its attributes; {@code inCategory}, {@code withProduct} and {@code inGroups} are true when the question does not ask. */
    record Row(
            long id,
            String title,
            long typeId,
            String outcome,
            @Nullable Long stageId,
            @Nullable Long provenStageId,
            @Nullable Long responsibleId,
            @Nullable Long teamId,
            @Nullable Long sourceId,
            boolean inCategory,
            boolean withProduct,
            boolean inGroups,
            @Nullable BigDecimal potential,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            Instant createdAt) {}

    record Visit(
            long dealId,
            int seq,
            long stageId,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            String outcome,
            @Nullable BigDecimal entryPotential,
            @Nullable BigDecimal exitPotential,
            Instant recordedAt,
            @Nullable Instant leftRecordedAt) {
        Instant knownFrom() {
            return enteredAt != null ? enteredAt : leftAt != null ? leftAt : recordedAt;
        }

        /** When it is known to have been left; the end of time while it goes on. */
        Instant knownUntil() {
            return leftAt != null ? leftAt : leftRecordedAt != null ? leftRecordedAt : Instant.MAX;
        }

        boolean isEntry() {
            return !outcome.equals("SKIPPED") && !outcome.equals("SWITCHED");
        }

        Visit goingOn() {
            return new Visit(dealId, seq, stageId, enteredAt, null, "OPEN", entryPotential, null, recordedAt, null);
        }
    }
}
