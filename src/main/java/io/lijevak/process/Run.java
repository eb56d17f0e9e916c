package io.lijevak.process;

import org.jspecify.annotations.Nullable;

/** A process on its way about one record. */
public record Run(
        long id, Subject subject, long route, @Nullable String instance, boolean over) {}
