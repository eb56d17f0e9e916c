package io.lijevak.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deal as it is written down, with the moments it was sent back. */
record WrittenDeal(Row row, List<Instant> returned) {
    record Row(
            long id,
            String title,
            String outcome,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable BigDecimal potential,
            @Nullable LocalDate expectedClose,
            @Nullable Instant stageDueAt,
            @Nullable Instant silentFrom,
            @Nullable Instant nextStepAt,
            @Nullable Long responsibleId,
            @Nullable Integer probability) {
        boolean isOpen() {
            return outcome.equals("OPEN");
        }
    }
}
