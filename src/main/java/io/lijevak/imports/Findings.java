package io.lijevak.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dry run found besides rows: names that nobody knows exactly, and the stages that make a new deal type. */
public record Findings(List<Name> names, List<NewType> types) {
    /**
     * A name met in rows that fits no record exactly.
     *
     * @param near the most alike known name, null when none is
     * @param becomes {@code near}, {@code new} or {@code error}
     */
    public record Name(
            String type, String name, int rows, @Nullable String near, double score, String becomes) {}

    /** A deal type that the run will create. */
    public record NewType(String name, List<String> stages) {}
}
