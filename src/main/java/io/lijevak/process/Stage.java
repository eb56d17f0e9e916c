package io.lijevak.process;

import org.jspecify.annotations.Nullable;

/**
 * A state that a sale passes through.
 *
 * @param predefined key of a stage every installation begins with, null for one the company added
 * @param retired no deal type may take it any more; history keeps it
 */
public record Stage(
        StageId id,
        String name,
        @Nullable String description,
        int position,
        @Nullable String predefined,
        boolean retired,
        int version) {}
