package io.lijevak.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal as it is written down, as of the moment asked.
 *
 * <p>{@code stageDueAt}, {@code silentFrom} and {@code nextStepAt} are of now alone.
 *
 * @param returned the moments it was sent back
 * @param late why it is not past the norm of its stage; null = it is
 */
record WrittenDeal(Row row, List<Instant> returned, OverviewInclusion.@Nullable Out late) {
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
