package io.lijevak.process;

import org.jspecify.annotations.Nullable;

/**
 * A process on its way about one record.
 *
 * @param end what the route calls the end it came to, empty when it came to none, null while it goes on and where unknown
 */
public record Run(
        long id,
        Subject subject,
        long route,
        @Nullable String instance,
        boolean over,
        @Nullable String end) {}
