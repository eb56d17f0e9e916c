package io.lijevak.imports;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pass found besides rows: names that nobody knows exactly, the stages that make a new deal type, and what the
 * amounts of deals add up to.
 */
public record Findings(List<Name> names, List<NewType> types, List<Sum> sums) {
    public Findings {
        sums = sums == null ? List.of() : sums;
    }

    /**
     * Amounts of one currency: the file's own sum, what of it stands in rows kept out or repeated, what rounding to cents
     * adds to the rest, and what that makes.
     */
    public record Sum(String currency, BigDecimal file, BigDecimal left, BigDecimal rounding, BigDecimal taken) {
        Sum plus(Sum other) {
            return new Sum(
                    currency,
                    file.add(other.file),
                    left.add(other.left),
                    rounding.add(other.rounding),
                    taken.add(other.taken));
        }

        /** Whether there is anything to reconcile. */
        public boolean differs() {
            return file.compareTo(taken) != 0;
        }
    }

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
