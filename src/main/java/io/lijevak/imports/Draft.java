package io.lijevak.imports;

import io.lijevak.deals.DealOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What a row says about its record: only what the file gives, in the columns of the record's table. */
final class Draft {
    private final int row;
    private final List<RowProblem> problems;
    /** Value by table column; a {@link Ref} until it is resolved to an id. */
    private final Map<String, Object> values = new LinkedHashMap<>();

    private final Map<String, List<Object>> lists = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> looseKeys = new ArrayList<>();
    private @Nullable DealPast past;
    private @Nullable BigDecimal written;

    /** A phone or e-mail as normalised and as written. */
    record Point(String value, String written) {}

    /** What the row knows of a deal's way: its stages entered, how it ended and when. */
    record DealPast(
            StagePlan.Route route,
            int reached,
            SortedMap<Integer, Instant> entered,
            DealOutcome outcome,
            @Nullable Instant closed) {}

    /** A product sold, at its price. */
    record Line(Object product, @Nullable BigDecimal price) {}

    Draft(int row, List<RowProblem> problems) {
        this.row = row;
        this.problems = problems;
    }

    int row() {
        return row;
    }

    void set(String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    Map<String, Object> values() {
        return values;
    }

    void add(String list, Object item) {
        var items = lists.computeIfAbsent(list, name -> new ArrayList<>());
        if (!items.contains(item)) {
            items.add(item);
        }
    }

    List<Object> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    Map<String, List<Object>> lists() {
        return lists;
    }

    void problem(RowProblem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<RowProblem> problems() {
        return problems;
    }

    boolean isWrong() {
        return problems.stream().anyMatch(problem -> !problem.warning());
    }

    /** Keys that each alone name the record, the strongest first. */
    List<String> keys() {
        return keys;
    }

    /** Keys that count only where the names agree too. */
    List<String> looseKeys() {
        return looseKeys;
    }

    @Nullable
    DealPast past() {
        return past;
    }

    void past(DealPast known) {
        past = known;
    }

    /** A deal's amount as the file has it, before rounding. */
    @Nullable
    BigDecimal written() {
        return written;
    }

    void written(@Nullable BigDecimal amount) {
        written = amount;
    }
}
