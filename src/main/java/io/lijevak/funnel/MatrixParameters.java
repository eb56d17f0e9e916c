package io.lijevak.funnel;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question to the matrix as the parameters of an address and back: those of the funnel, and {@code rows}, {@code
 * columns} and {@code measures} as keys with commas between them.
 */
public final class MatrixParameters {
    public static final String ROWS = "rows";
    public static final String COLUMNS = "columns";
    public static final String MEASURES = "measures";
    /** What stands for no grouping at all, as a missing parameter is the usual one. */
    public static final String NOTHING = "none";

    private static final int MOST_GROUPINGS = 2;
    private final Map<String, String> input;
    private final Function<String, Optional<Dimension>> dimensions;
    private final Function<String, Optional<Indicator>> indicators;
    private final List<FieldProblem> problems = new ArrayList<>();

    private MatrixParameters(
            Map<String, String> input,
            Function<String, Optional<Dimension>> dimensions,
            Function<String, Optional<Indicator>> indicators) {
        this.input = input;
        this.dimensions = dimensions;
        this.indicators = indicators;
    }

    /** Reads a question; without groupings it is stages by owners, without measures how many deals entered. */
    public static MatrixQuery read(
            Map<String, String> input,
            Function<String, Optional<Dimension>> dimensions,
            Function<String, Optional<Indicator>> indicators,
            FunnelReferences references,
            LocalDate today) {
        return new MatrixParameters(input, dimensions, indicators).query(references, today);
    }

    public static Map<String, String> of(MatrixQuery query) {
        var parameters = new HashMap<>(FunnelParameters.of(query.funnel()));
        parameters.put(ROWS, keys(query.rows()));
        parameters.put(COLUMNS, keys(query.columns()));
        parameters.put(MEASURES, query.measures().stream().map(Indicator::key).collect(Collectors.joining(",")));
        return parameters;
    }

    private static String keys(List<Dimension> dimensions) {
        return dimensions.isEmpty()
                ? NOTHING
                : dimensions.stream().map(Dimension::key).collect(Collectors.joining(","));
    }

    private MatrixQuery query(FunnelReferences references, LocalDate today) {
        var rows = groupings(ROWS, DealDimension.STAGE);
        var columns = groupings(COLUMNS, DealDimension.OWNER);
        var measures = measures();
        var twice = new HashSet<>(rows);
        if (rows.stream().distinct().count() < rows.size()) {
            problems.add(new FieldProblem(ROWS, "funnel.matrix.error.twice"));
        }
        if (columns.stream().anyMatch(dimension -> !twice.add(dimension))) {
            problems.add(new FieldProblem(COLUMNS, "funnel.matrix.error.twice"));
        }
        try {
            var funnel = FunnelParameters.read(input, references, today);
            if (problems.isEmpty()) {
                return new MatrixQuery(funnel, rows, columns, measures);
            }
        } catch (InvalidInput invalid) {
            problems.addAll(invalid.problems());
        }
        throw new InvalidInput(problems);
    }

    private List<Dimension> groupings(String name, Dimension usual) {
        var text = input.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return List.of(usual);
        }
        if (text.equals(NOTHING)) {
            return List.of();
        }
        var found = new ArrayList<Dimension>();
        var keys = keys(text);
        if (keys.size() > MOST_GROUPINGS) {
            problems.add(new FieldProblem(name, "funnel.matrix.error.many", MOST_GROUPINGS));
            return found;
        }
        for (var key : keys) {
            dimensions
                    .apply(key)
                    .ifPresentOrElse(
                            found::add, () -> problems.add(new FieldProblem(name, "funnel.error.unknown", key)));
        }
        return found;
    }

    private List<Indicator> measures() {
        var found = new ArrayList<Indicator>();
        for (var key : keys(input.getOrDefault(MEASURES, Measure.ENTERED.key()))) {
            indicators
                    .apply(key)
                    .ifPresentOrElse(
                            found::add, () -> problems.add(new FieldProblem(MEASURES, "funnel.error.unknown", key)));
        }
        return found.isEmpty()
                ? List.of(Measure.ENTERED)
                : found.stream().distinct().toList();
    }

    private static List<String> keys(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
