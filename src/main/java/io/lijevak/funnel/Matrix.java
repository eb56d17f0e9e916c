package io.lijevak.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An answer of the matrix.
 *
 * @param query the question with the deal type filled in
 * @param rows the heads of the rows in their order, each before those it sums up; the empty one, of all, is not among them
 */
public record Matrix(
        MatrixQuery query,
        Instant asOf,
        FunnelType type,
        String currency,
        FunnelReferences known,
        List<List<String>> rows,
        List<List<String>> columns,
        Answer answer) {

    /** The figures of cells and totals, who counted them, and how long that took. */
    public record Answer(Map<Group, Figures> cells, long undated, Engine engine, Duration took) {}

    static Matrix of(MatrixQuery query, Pivot pivot, String currency, Counts counts, Duration took) {
        var selection = pivot.selection();
        return new Matrix(
                query.with(query.funnel().ofType(selection.type().id())),
                selection.moment(),
                selection.type(),
                currency,
                pivot.known(),
                heads(pivot, pivot.rows(), counts, Group::rows),
                heads(pivot, pivot.columns(), counts, Group::columns),
                new Answer(counts.cells(), counts.undated(), counts.engine(), took));
    }

    /** The values that occur, and all stages of the type where these come first. */
    private static List<List<String>> heads(
            Pivot pivot, List<Dimension> dimensions, Counts counts, Function<Group, List<String>> side) {
        var heads = new HashSet<List<String>>();
        counts.cells().keySet().forEach(group -> heads.add(side.apply(group)));
        if (!dimensions.isEmpty() && dimensions.getFirst() == DealDimension.STAGE) {
            pivot.selection().type().steps().forEach(step -> heads.add(List.of(Long.toString(step.id()))));
        }
        heads.remove(List.<String>of());
        for (var i = 0; i < dimensions.size(); i++) {
            dimensions.get(i).met(at(heads, i));
        }
        var sorted = new ArrayList<>(heads);
        sorted.sort(order(pivot, dimensions));
        return List.copyOf(sorted);
    }

    private static Set<String> at(Set<List<String>> heads, int place) {
        return heads.stream()
                .filter(head -> head.size() > place)
                .map(head -> head.get(place))
                .collect(Collectors.toSet());
    }

    /** By the outer grouping first; a head before those in it, deals without a value last. */
    private static Comparator<List<String>> order(Pivot pivot, List<Dimension> dimensions) {
        var orders = dimensions.stream()
                .map(dimension -> Comparator.comparing((String value) -> value.equals(Dimension.NONE))
                        .thenComparing(
                                value -> value,
                                noneAside(dimension.order(
                                        pivot.known(), pivot.selection().type()))))
                .toList();
        return (one, other) -> {
            for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
                var compared = orders.get(i).compare(one.get(i), other.get(i));
                if (compared != 0) {
                    return compared;
                }
            }
            return Integer.compare(one.size(), other.size());
        };
    }

    private static Comparator<String> noneAside(Comparator<String> order) {
        return (one, other) -> one.equals(other)
                ? 0
                : order.thenComparing(Comparator.naturalOrder()).compare(one, other);
    }

    public Figures at(List<String> row, List<String> column) {
        return answer.cells().getOrDefault(new Group(row, column), Figures.NONE);
    }

    /** The number of the cell as the list of deals takes it. */
    public FunnelCell cell(List<String> row, List<String> column, Figure figure) {
        return FunnelCell.of(query, new Group(row, column), figure);
    }

    /** The names of a head's values, from the outer grouping to the inner one. */
    public List<String> names(List<Dimension> dimensions, List<String> values, GroupWords words) {
        var names = new ArrayList<String>();
        for (var i = 0; i < values.size(); i++) {
            names.add(dimensions.get(i).label(values.get(i), known, words));
        }
        return names;
    }

    /** The same deals without groups. */
    public Funnel whole() {
        var all = at(List.of(), List.of());
        var totals = new FunnelTotals(all.won(), all.lost(), all.inWork(), all.daysToWin(), answer.undated());
        return new Funnel(query.funnel(), asOf, type, currency, List.of(), totals);
    }
}
