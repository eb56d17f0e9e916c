package io.lijevak.funnel;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One pass of a thread over blocks: in each it first chooses deals, then tells their cells, then counts them. */
final class ColumnScan implements SharedPass.Of<ColumnScan> {
    /** Of more cells the sums of single ways would take more room than they save time. */
    private static final int SUMMED_UP = 1 << 11;

    private final ColumnPlan plan;
    private final PotentialMoment moment;
    private final boolean timed;
    private final boolean few;
    private final boolean sums;
    /** Deals in the stages they entered, and each deal once; null = none yet. */
    final @Nullable CellSums[] ofStages;

    final @Nullable CellSums[] ofDeals;
    long undated;
    private final ChosenDeals chosen;
    private final DealsByWay group = new DealsByWay();
    private final int[] cells = new int[1 << Block.BITS];
    private final long[] values = new long[1 << Block.BITS];
    private final long[] spare = new long[1 << Block.BITS];
    private final Map<Went, Way> ways = new HashMap<>();

    /** A way, and the marks of the deals that went it. */
    private record Went(java.nio.LongBuffer codes, int marks) {}

    ColumnScan(ColumnPlan plan) {
        this.plan = plan;
        var query = plan.pivot.selection().query();
        moment = query.potential();
        timed = plan.pivot.timed();
        few = plan.cells() <= SUMMED_UP;
        sums = few && moment == PotentialMoment.CURRENT;
        ofStages = new CellSums[plan.byStage() ? plan.cells() : 0];
        ofDeals = new CellSums[plan.cells()];
        chosen = new ChosenDeals(plan);
    }

    @Override
    public void read(Block block) {
        undated += chosen.undated(block);
        chosen.choose(block);
        if (chosen.size == 0) {
            return;
        }
        plan.cells(block, chosen, cells);
        if (plan.process) {
            countWays(block);
        } else {
            for (var i = 0; i < chosen.size; i++) {
                var deal = chosen.deals[i];
                var total = CellSums.of(ofDeals, cells[i]);
                total.add(block.state(deal), block.potentials.at(deal));
                if (timed) {
                    total.daysToWin().add(block.secondsToWin(deal));
                }
            }
        }
    }

    private void countWays(Block block) {
        group.each(block, chosen, cells, (went, marks) -> {
            var way = way(block.way[went], marks);
            if (way.first >= 0) {
                count(block, way);
                if (timed) {
                    time(block, went, way);
                }
            }
        });
    }

    private Way way(long[] codes, int marks) {
        return ways.computeIfAbsent(
                new Went(java.nio.LongBuffer.wrap(codes), marks), key -> new Way(plan, codes, marks, few));
    }

    private void count(Block block, Way way) {
        if (sums) {
            block.potentials.read(0, group.deals, group.size, values);
            way.add(group.cells, values, group.size);
        } else {
            for (var i = 0; i < group.size; i++) {
                count(block, group.deals[i], group.cells[i], way);
            }
        }
    }

    /** A deal with the amounts it had in each stage. */
    private void count(Block block, int deal, int cell, Way way) {
        var potential = block.potentials.at(deal);
        var amount = Numbers.UNKNOWN;
        for (var i = 0; i < way.cells.length; i++) {
            amount = amount(block, deal, way.first + i, potential);
            if (plan.byStage()) {
                var ofStage = CellSums.of(ofStages, cell + way.cells[i]);
                ofStage.add(way.outcomes[i], amount);
                ofStage.expect(amount, way.probabilities[i]);
            }
        }
        if (plan.byStage()) {
            for (var step : way.passed) {
                CellSums.of(ofStages, cell + step)
                        .add(FactRow.ADVANCED, moment == PotentialMoment.CURRENT ? potential : Numbers.UNKNOWN);
            }
        }
        if (way.stands) {
            var total = CellSums.of(ofDeals, cell);
            total.add(way.state, amount);
            total.expect(amount, way.probabilities[way.probabilities.length - 1]);
        }
    }

    /** The times of the group: one stage after another, as they lie in the block. */
    private void time(Block block, int went, Way way) {
        if (plan.byStage()) {
            for (var i = 0; i < way.cells.length; i++) {
                group.seconds(block, went, way.first + i, plan.moment, values);
                add(ofStages, way.cells[i], CellSums::days);
            }
        }
        if (way.state == FactRow.WON && way.stands) {
            timeToWin(block, way);
        }
    }

    private void timeToWin(Block block, Way way) {
        block.secondsToWin(group.deals, group.size, spare, values);
        add(ofDeals, 0, CellSums::daysToWin);
        if (plan.byStage()) {
            add(ofStages, way.cells[way.cells.length - 1], CellSums::daysToWin);
        }
    }

    /** Adds the times of the group to the cells that lie so far from those of its deals. */
    private void add(@Nullable CellSums[] to, int further, Function<CellSums, Durations> kind) {
        if (plan.byStageAlone()) {
            kind.apply(CellSums.of(to, further)).add(values, group.size);
        } else {
            for (var i = 0; i < group.size; i++) {
                kind.apply(CellSums.of(to, group.cells[i] + further)).add(values[i]);
            }
        }
    }

    private long amount(Block block, int deal, int row, long potential) {
        return switch (moment) {
            case CURRENT -> potential;
            case ENTRY -> block.entry(deal, row);
            case EXIT -> block.exit(deal, row);
        };
    }

    @Override
    public void end() {
        ways.values().forEach(way -> way.into(ofStages, ofDeals));
    }

    @Override
    public ColumnScan add(ColumnScan other) {
        undated += other.undated;
        add(ofStages, other.ofStages);
        add(ofDeals, other.ofDeals);
        return this;
    }

    private static void add(@Nullable CellSums[] cells, @Nullable CellSums[] others) {
        for (var cell = 0; cell < cells.length; cell++) {
            var other = others[cell];
            if (other != null) {
                CellSums.of(cells, cell).add(other);
            }
        }
    }
}
