package io.lijevak.process;

import org.jspecify.annotations.Nullable;

/**
 * What stages planned for a record and is not done yet is no longer wanted; published in the transaction of the step.
 *
 * @param stage the stage that planned it; null for all stages
 */
public record StageEventsOver(Subject subject, @Nullable StageId stage, Actor actor) {}
