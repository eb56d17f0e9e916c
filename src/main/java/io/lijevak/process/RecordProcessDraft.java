package io.lijevak.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is settled of a process about other records.
 *
 * @param steps names of the points of a straight route in their order; null leaves the route as it is
 */
public record RecordProcessDraft(
        @Nullable String name,
        boolean useAllowed,
        boolean byDefault,
        @Nullable List<String> steps) {}
