package io.lijevak.funnel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass of a thread over blocks: in each it first chooses deals, then tells their cells, then counts them. */
final class ColumnScan implements SharedPass.Of<ColumnScan> {
    /** Of more cells the sums of single ways would take more room than they save time. */
    private static final int SUMMED_UP = 1 << 11;

    private static final int MARKS = Block.STATE | Block.STANDING;
    private final ColumnPlan plan;
    private final PeriodRule rule;
    private final PotentialMoment moment;
    private final boolean timed;
    private final boolean few;
    private final boolean sums;
    /** Deals in the stages they entered, and each deal once; null = none yet. */
    final @Nullable CellSums[] ofStages;

    final @Nullable CellSums[] ofDeals;
    long undated;
    private final ChosenDeals chosen;
    private final int[] cells = new int[1 << Block.BITS];
    private final Map<Went, Way> ways = new HashMap<>();
    private long[] seconds = new long[0];

    /** A way, and the marks of the deals that went it. */
    private record Went(java.nio.LongBuffer codes, int marks) {}

    ColumnScan(ColumnPlan plan) {
        this.plan = plan;
        var query = plan.pivot.selection().query();
        rule = query.rule();
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
        if (timed && plan.byStage() && rule == PeriodRule.CLOSED) {
            readSeconds(block);
        }
        var here = new @Nullable Way[block.way.length * (MARKS + 1)];
        for (var i = 0; i < chosen.size; i++) {
            var deal = chosen.deals[i];
            var marks = (int) block.marks.at(deal) & MARKS;
            var place = (int) block.ways.at(deal) * (MARKS + 1) + marks;
            var way = here[place];
            if (way == null) {
                way = way(block.way[place / (MARKS + 1)], marks);
                here[place] = way;
            }
            if (way.first < 0) {
                continue;
            }
            if (sums) {
                way.add(cells[i], block.potentials.at(deal));
            } else {
                count(block, deal, cells[i], way);
            }
            if (timed) {
                time(block, deal, cells[i], way);
            }
        }
    }

    private Way way(long[] codes, int marks) {
        return ways.computeIfAbsent(
                new Went(java.nio.LongBuffer.wrap(codes), marks), key -> new Way(plan, codes, marks, few));
    }

    /** A deal with the amounts it had in each stage. */
    private void count(Block block, int deal, int cell, Way way) {
        var potential = block.potentials.at(deal);
        var row = (int) block.starts.at(deal) + way.first;
        var amount = Numbers.UNKNOWN;
        for (var i = 0; i < way.cells.length; i++) {
            amount = amount(block, deal, row + i, potential);
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

    private void time(Block block, int deal, int cell, Way way) {
        var won = way.state == FactRow.WON && way.stands ? block.secondsToWin(deal) : Numbers.UNKNOWN;
        if (plan.byStage()) {
            var row = (int) block.starts.at(deal) + way.first;
            var days = way.days(cell, ofStages);
            for (var i = 0; i < days.length; i++) {
                days[i].add(rule == PeriodRule.CLOSED ? seconds[row + i] : block.seconds(deal, row + i, plan.moment));
            }
            if (won != Numbers.UNKNOWN) {
                CellSums.of(ofStages, cell + way.cells[way.cells.length - 1])
                        .daysToWin()
                        .add(won);
            }
        }
        if (won != Numbers.UNKNOWN) {
            CellSums.of(ofDeals, cell).daysToWin().add(won);
        }
    }

    /** The seconds of all rows at once, which is sooner than one by one. */
    private void readSeconds(Block block) {
        var rows = (int) block.starts.at(block.deals);
        if (seconds.length < rows) {
            seconds = new long[rows];
        }
        block.seconds.read(seconds, rows);
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
