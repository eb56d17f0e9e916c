package io.lijevak.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of a deal: when (null when not known), and for a loss why. */
public record Closing(
        @Nullable Instant at,
        @Nullable Long reason,
        @Nullable Long competitor,
        @Nullable String note) {}
