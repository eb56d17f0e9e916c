package io.lijevak.funnel;

import java.util.List;

/**
 * A question to the matrix.
 *
 * @param rows groupings from the outer to the inner one; none = one row of all
 * @param measures at least one; the first gives the shades
 */
public record MatrixQuery(FunnelQuery funnel, List<Dimension> rows, List<Dimension> columns, List<Indicator> measures) {
    public MatrixQuery {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        measures = List.copyOf(measures);
    }

    /** Whether a measure is made of durations. */
    boolean timed() {
        return measures.stream().anyMatch(Indicator::timed);
    }

    MatrixQuery with(FunnelQuery other) {
        return new MatrixQuery(other, rows, columns, measures);
    }
}
