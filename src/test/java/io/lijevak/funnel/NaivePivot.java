package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Groups what the naive funnel collects, deal by deal and level by level. */
final class NaivePivot implements NaiveFunnel.Sink {
    private final NaiveFunnel funnel;
    private final Pivot pivot;
    private final Map<Group, Cell> cells = new HashMap<>();

    /** What is known of a cell. */
    private static final class Cell {
        final Map<String, Tally> tallies = new HashMap<>();
        final List<Long> times = new ArrayList<>();
        final List<Long> wins = new ArrayList<>();
        BigDecimal expected = BigDecimal.ZERO;
    }

    /** Something to be counted: where it belongs, and what it adds. */
    private record Piece(
            NaiveFunnel.Outcome of,
            @Nullable Long stage,
            NaiveFunnel.@Nullable Visit visit,
            String came,
            @Nullable BigDecimal amount,
            @Nullable Long time,
            @Nullable Long win) {}

    private NaivePivot(NaiveFunnel funnel, Pivot pivot) {
        this.funnel = funnel;
        this.pivot = pivot;
    }

    static Map<Group, Figures> of(
            NaiveFunnel funnel, Pivot pivot, java.util.function.Predicate<NaiveFunnel.Deal> reach) {
        var collected = new NaivePivot(funnel, pivot);
        var selection = pivot.selection();
        funnel.collect(selection.query(), selection.type(), selection.zone(), selection.now(), reach, collected);
        return collected.cells.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> collected.figures(entry.getKey(), entry.getValue())));
    }

    @Override
    public void stage(
            NaiveFunnel.Outcome of,
            long stage,
            NaiveFunnel.@Nullable Visit visit,
            String outcome,
            @Nullable BigDecimal amount,
            @Nullable Long time,
            @Nullable Long toWin) {
        pivot.levels().stream()
                .filter(NaivePivot::hasStage)
                .forEach(level -> add(level, new Piece(of, stage, visit, outcome, amount, time, toWin)));
    }

    @Override
    public void total(
            NaiveFunnel.Outcome of, NaiveFunnel.Visit last, @Nullable BigDecimal amount, @Nullable Long toWin) {
        pivot.levels().stream()
                .filter(level -> !hasStage(level))
                .forEach(level -> add(level, new Piece(of, last.stageId(), last, of.state(), amount, null, toWin)));
    }

    private static boolean hasStage(Pivot.Level level) {
        return level.all().contains(DealDimension.STAGE);
    }

    private void add(Pivot.Level level, Piece piece) {
        for (var rows : product(level.rows(), piece)) {
            for (var columns : product(level.columns(), piece)) {
                add(cells.computeIfAbsent(new Group(rows, columns), group -> new Cell()), piece);
            }
        }
    }

    private void add(Cell cell, Piece piece) {
        cell.tallies.merge(
                piece.came.equals("ADVANCED") ? "WON" : piece.came,
                NaiveFunnel.Collected.tally(piece.amount),
                Tally::plus);
        if (piece.time != null) {
            cell.times.add(piece.time);
        }
        if (piece.win != null) {
            cell.wins.add(piece.win);
        }
        if (piece.visit != null && piece.visit.outcome().equals("OPEN") && piece.amount != null) {
            var probability = pivot.selection().type().steps().stream()
                    .filter(step -> Objects.equals(step.id(), piece.stage))
                    .map(FunnelStage::probability)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(0);
            cell.expected = cell.expected.add(piece.amount.multiply(BigDecimal.valueOf(probability)));
        }
    }

    private List<List<String>> product(List<Dimension> dimensions, Piece piece) {
        var lists = List.of(List.<String>of());
        for (var dimension : dimensions) {
            var longer = new ArrayList<List<String>>();
            for (var list : lists) {
                for (var value : values(dimension, piece)) {
                    var next = new ArrayList<>(list);
                    next.add(value);
                    longer.add(next);
                }
            }
            lists = longer;
        }
        return lists;
    }

    private Set<String> values(Dimension dimension, Piece piece) {
        var deal = piece.of.deal();
        var values = dimension == CustomerDimension.CUSTOMER_PERMANENCE
                ? permanence(deal)
                : values((DealDimension) dimension, piece, deal);
        return values.isEmpty() ? Set.of("") : values;
    }

    private Set<String> permanence(NaiveFunnel.Deal deal) {
        var opened = deal.openedAt();
        if (deal.customerId() == null || opened == null) {
            return Set.of();
        }
        var won = funnel.deals().stream()
                .filter(other -> deal.customerId().equals(other.customerId())
                        && other.outcome().equals("WON"))
                .filter(other -> other.closedAt() != null && other.closedAt().isBefore(opened))
                .count();
        return Set.of(won == 0 ? "new" : won < 3 ? "returning" : "regular");
    }

    private Set<String> values(DealDimension dimension, Piece piece, NaiveFunnel.Deal deal) {
        return switch (dimension) {
            case STAGE -> texts(piece.stage == null ? Set.of() : Set.of(piece.stage));
            case OWNER -> texts(deal.responsibleId() == null ? Set.of() : Set.of(deal.responsibleId()));
            case TEAM ->
                texts(
                        deal.responsibleId() == null
                                ? Set.of()
                                : funnel.people().getOrDefault(deal.responsibleId(), Set.of()));
            case SOURCE -> texts(deal.sourceId() == null ? Set.of() : Set.of(deal.sourceId()));
            case CATEGORY ->
                texts(
                        deal.customerId() == null
                                ? Set.of()
                                : funnel.categories().getOrDefault(deal.customerId(), Set.of()));
            case PRODUCT_GROUP -> texts(funnel.groups().getOrDefault(deal.id(), Set.of()));
            case OUTCOME -> Set.of(piece.of.state());
            case OPENED -> month(deal.openedAt());
            case CLOSED -> month(piece.of.closed());
            case ENTERED -> month(piece.visit == null ? null : piece.visit.enteredAt());
        };
    }

    private static Set<String> texts(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private Set<String> month(@Nullable Instant moment) {
        ZoneId zone = pivot.selection().zone();
        return moment == null
                ? Set.of()
                : Set.of(YearMonth.from(moment.atZone(zone)).toString());
    }

    private Figures figures(Group group, Cell cell) {
        var stages = pivot.rows().indexOf(DealDimension.STAGE);
        var across = pivot.columns().indexOf(DealDimension.STAGE);
        var stage = stages >= 0 && stages < group.rows().size()
                ? group.rows().get(stages)
                : across >= 0 && across < group.columns().size()
                        ? group.columns().get(across)
                        : null;
        var hasProbability = pivot.selection().type().steps().stream()
                .anyMatch(step ->
                        step.probability() != null && (stage == null || stage.equals(Long.toString(step.id()))));
        return new Figures(
                cell.tallies.getOrDefault("WON", Tally.NONE),
                cell.tallies.getOrDefault("LOST", Tally.NONE),
                cell.tallies.getOrDefault("OPEN", Tally.NONE),
                cell.tallies.getOrDefault("RETURNED", Tally.NONE),
                pivot.timed() ? NaiveFunnel.Collected.days(cell.times) : Days.NONE,
                pivot.timed() ? NaiveFunnel.Collected.days(cell.wins) : Days.NONE,
                hasProbability ? cell.expected.divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP) : null);
    }
}
