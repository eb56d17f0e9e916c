package io.lijevak.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of the result: what was measured, and its figures by name. */
record Measured(String what, Map<String, Object> figures) {
    static Measured of(String what, Object... namesAndValues) {
        var figures = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            figures.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Measured(what, figures);
    }

    /** Median, 95th percentile and maximum of times in milliseconds. */
    static Measured times(String what, double[] milliseconds) {
        Arrays.sort(milliseconds);
        return of(
                what,
                "count",
                milliseconds.length,
                "p50 ms",
                at(milliseconds, 0.5),
                "p95 ms",
                at(milliseconds, 0.95),
                "max ms",
                round(milliseconds[milliseconds.length - 1]));
    }

    /** Milliseconds until all rows of a statement are there. */
    static double timed(Connection connection, String sql) throws SQLException {
        var start = System.nanoTime();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    Measured atLoad(double load) {
        figures.put("load", load);
        return this;
    }

    static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double at(double[] sorted, double share) {
        return round(sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
    }

    @Override
    public String toString() {
        var line = new StringBuilder(String.format("%-58s", what));
        figures.values().forEach(value -> line.append(String.format("%12s", value)));
        return line.toString();
    }
}
