package io.lijevak.funnel;

import io.lijevak.deals.DealsChanged;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.platform.Period;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A type with one stage and its open deals, changed with their facts; tells what columns count of them. */
final class ColumnsWorld {
    static final int OWNERS = 4;

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private final JdbcClient jdbc;
    private final DealFacts facts;
    private final FunnelWorld rows;
    private final List<Long> owners;
    private final FunnelReferences known;
    private final long stage;
    private final long type;

    ColumnsWorld(JdbcClient jdbc, DealFacts facts, ReadFunnelReferences references) {
        this.jdbc = jdbc;
        this.facts = facts;
        rows = new FunnelWorld(jdbc);
        stage = rows.stage("Contact", 1);
        type = rows.type("Sale", List.of(stage));
        owners = LongStream.range(0, OWNERS)
                .mapToObj(n -> rows.person("Writer " + n, null))
                .toList();
        facts.rebuild();
        known = references.read();
    }

    List<Long> owners() {
        return owners;
    }

    FunnelReferences known() {
        return known;
    }

    long deal(@Nullable Long owner, String amount) {
        var opened = NOW.minus(Duration.ofDays(3));
        var money = new BigDecimal(amount);
        return rows.deal(
                new Deal(type, stage, "OPEN", owner, null, null, money, opened, null),
                List.of(new Visit(stage, opened, null, "OPEN", money, null, opened, null)));
    }

    void change(long deal, String amount) {
        jdbc.sql("update deal set amount = ? where id = ?")
                .params(new BigDecimal(amount), deal)
                .update();
        facts.write(new DealsChanged(List.of(deal)));
    }

    static Columns await(LiveColumns live) {
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < until) {
            var columns = live.now();
            if (columns.isPresent()) {
                return columns.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no columns");
    }

    BigDecimal amount(Columns columns, @Nullable Long owner) {
        return amounts(columns, owner).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The amounts of the open deals of each owner, by the engine over these columns. */
    List<BigDecimal> amounts(Columns columns, @Nullable Long owner) {
        var selection = selection(null);
        var pivot = new Pivot(selection, List.of(DealDimension.OWNER), List.of(), known, false);
        var counts = CountInColumns.count(pivot, new ColumnPlan.Asked(columns, null, null))
                .orElseThrow();
        return counts.cells().entrySet().stream()
                .filter(cell -> cell.getKey().rows().equals(owner == null ? List.of() : List.of(owner.toString())))
                .map(cell -> cell.getValue().inWork().amount())
                .toList();
    }

    Selection selection(@Nullable LocalDate asOf) {
        var reach = DealReach.of(FunnelWorld.viewer(Scope.ALL, 1, Set.of()));
        var query = new FunnelQuery(
                FunnelView.ACTIVE,
                type,
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)),
                PeriodRule.SNAPSHOT,
                asOf,
                PotentialMoment.CURRENT,
                Counting.RAW,
                FunnelFilter.NONE);
        return Selection.of(query, known.type(type).orElseThrow(), ZoneId.of("Europe/Zagreb"), NOW, reach);
    }
}
