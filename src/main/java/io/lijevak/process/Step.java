package io.lijevak.process;

import org.jspecify.annotations.Nullable;

/**
 * A stage at its place in a deal type.
 *
 * @param normDays days a deal should stay there at most, null without a norm
 * @param probability template probability of winning from here, in percent, null when not set
 */
public record Step(
        StageId stage,
        String name,
        @Nullable Integer normDays,
        @Nullable Integer probability) {}
