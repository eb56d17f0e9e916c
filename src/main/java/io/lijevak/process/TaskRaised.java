package io.lijevak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process asks somebody to do something; published in the transaction of the step that led there, once for each time
 * the point is reached.
 *
 * @param point identity of this arrival at the point ({@code process_point.id}); completing it is
 *     {@code CompletePoint}
 * @param customer whom the record is about, null when the record knows by itself
 * @param executor whom the addressing found, null when there is nobody
 * @param fellToHead whether nobody had the role and the task went to a head instead
 * @param dueAt end of the working-time norm, null without one
 */
public record TaskRaised(
        long point,
        Subject subject,
        String name,
        @Nullable StageId stage,
        @Nullable Long customer,
        @Nullable Long executor,
        boolean fellToHead,
        @Nullable Instant dueAt,
        Instant at) {}
