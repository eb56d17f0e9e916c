package io.lijevak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record came to a stage that plans something on entry; published in the transaction of the arrival, once for each
 * event of each arrival.
 *
 * @param key names this event of this arrival
 * @param executor whom the addressing found, null when there is nobody
 * @param fellToHead whether there was nobody else and it went to a head instead
 */
public record StageEventRaised(
        String key,
        Subject subject,
        StageId stage,
        StepEvent event,
        @Nullable Long executor,
        boolean fellToHead,
        Instant dueAt,
        Actor actor) {
    /** How the key of everything begins that stages raised. */
    public static final String KEYS = "entry-";
}
