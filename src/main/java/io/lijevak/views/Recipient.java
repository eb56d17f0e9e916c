package io.lijevak.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who gets a schedule's editions; {@code leftAt} tells that the person stopped it. */
public record Recipient(
        long person,
        String name,
        @Nullable String email,
        @Nullable Instant leftAt) {}
