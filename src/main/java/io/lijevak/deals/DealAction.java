package io.lijevak.deals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something done with all deals of a list at once, and how far it has come.
 *
 * @param list address of the list
 * @param total of all its deals, those that are still to do included
 * @param outcomes how many deals came out how
 */
public record DealAction(
        long id,
        long person,
        String list,
        What what,
        long total,
        Map<Outcome, Long> outcomes,
        @Nullable Instant endedAt,
        @Nullable Instant undoneAt) {
    /** Makes tasks, or hands over. */
    public enum Kind {
        TASK,
        ASSIGN
    }

    /**
     * What is done.
     *
     * @param title of the task, due on a day; both null when deals are handed over
     * @param target who gets the deals, null = nobody
     * @param along whether tasks and planned contacts about the deal go along
     */
    public record What(
            Kind kind,
            @Nullable String title,
            @Nullable LocalDate due,
            @Nullable Long target,
            boolean along) {}

    /** What came of a deal; all but the first and the last say why nothing was done. */
    public enum Outcome {
        DONE,
        CLOSED,
        NOT_ALLOWED,
        SAME,
        CHANGED,
        REFUSED,
        UNDONE
    }

    /** How many deals are seen to. */
    public long seenTo() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    public boolean isOver() {
        return endedAt != null;
    }

    /** Handing over is taken back once, when it is over. */
    public boolean canBeUndone() {
        return isOver() && undoneAt == null && what.kind() == Kind.ASSIGN && of(Outcome.DONE) > 0;
    }
}
