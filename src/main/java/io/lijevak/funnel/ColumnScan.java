package io.lijevak.funnel;

import org.jspecify.annotations.Nullable;

/** One pass of a thread over blocks: in each it first chooses deals, then tells their cells, then counts them. */
final class ColumnScan implements SharedPass.Of<ColumnScan> {
    private final ColumnPlan plan;
    private final PeriodRule rule;
    private final PotentialMoment moment;
    private final boolean builtUp;
    private final boolean timed;
    /** Deals in the stages they entered, and each deal once; null = none yet. */
    final @Nullable CellSums[] ofStages;

    final @Nullable CellSums[] ofDeals;
    long undated;
    private final ChosenDeals chosen;
    private final int[] cells = new int[1 << Block.BITS];
    /** By place of a step, the number of the last deal that entered it. */
    private final int[] enteredBy;

    /** The stages of the block that is being counted, and the seconds in them: every one at once is read sooner. */
    private long[] stages = new long[0];

    private long[] seconds = new long[0];
    private int number;

    ColumnScan(ColumnPlan plan) {
        this.plan = plan;
        var query = plan.pivot.selection().query();
        rule = query.rule();
        moment = query.potential();
        timed = plan.pivot.timed();
        builtUp = query.counting() == Counting.BUILT_UP;
        ofStages = new CellSums[plan.byStage() ? plan.cells() : 0];
        ofDeals = new CellSums[plan.cells()];
        enteredBy = new int[plan.stageOfStep.length];
        chosen = new ChosenDeals(plan);
    }

    @Override
    public void read(Block block) {
        undated += chosen.undated(block);
        chosen.choose(block);
        plan.cells(block, chosen, cells);
        if (chosen.size > 0 && plan.byStage()) {
            readStages(block);
        }
        for (var i = 0; i < chosen.size; i++) {
            var deal = chosen.deals[i];
            if (plan.process) {
                countStages(block, deal, cells[i]);
            } else {
                total(block, deal, cells[i], block.state(deal), block.potentials.at(deal));
            }
        }
    }

    private void readStages(Block block) {
        var rows = (int) block.starts.at(block.deals);
        if (stages.length < rows) {
            stages = new long[rows];
            seconds = new long[rows];
        }
        block.stages.read(stages, rows);
        if (timed && rule == PeriodRule.CLOSED) {
            block.seconds.read(seconds, rows);
        }
    }

    private void countStages(Block block, int deal, int cell) {
        var first = (int) block.starts.at(deal);
        var end = (int) block.starts.at(deal + 1);
        var marks = (int) block.marks.at(deal);
        var stands = (marks & Block.STANDING) != 0;
        if (rule == PeriodRule.SNAPSHOT) {
            if (!stands || Block.outcome(block.stages.at(end - 1)) != FactRow.OPEN) {
                return;
            }
            first = end - 1;
        }
        var potential = block.potentials.at(deal);
        if (plan.byStage()) {
            countStages(block, deal, cell, first, end, potential, stands);
        }
        if (stands) {
            var stage = block.stages.at(end - 1);
            var amount = amount(block, deal, end - 1, potential);
            var sums = total(block, deal, cell, marks & Block.STATE, amount);
            if (Block.outcome(stage) == FactRow.OPEN) {
                sums.expect(amount, plan.probabilities[plan.stages.of(Block.stage(stage))]);
            }
        }
    }

    private void countStages(Block block, int deal, int cell, int first, int end, long potential, boolean stands) {
        number++;
        var furthest = -1;
        for (var row = first; row < end; row++) {
            var code = stages[row];
            var stage = plan.stages.of(Block.stage(code));
            var outcome = Block.outcome(code);
            var amount = amount(block, deal, row, potential);
            var sums = of(ofStages, plan.atStage(cell, stage));
            sums.add(outcome, amount);
            if (outcome == FactRow.OPEN) {
                sums.expect(amount, plan.probabilities[stage]);
            }
            if (timed) {
                sums.stayed(rule == PeriodRule.CLOSED ? seconds[row] : block.seconds(deal, row, plan.moment));
                if (stands && row == end - 1) {
                    sums.wonAfter(block.secondsToWin(deal));
                }
            }
            var step = plan.steps[stage];
            if (step >= 0) {
                enteredBy[step] = number;
                furthest = Math.max(furthest, step);
            }
        }
        if (builtUp) {
            passed(cell, furthest, moment == PotentialMoment.CURRENT ? potential : Numbers.UNKNOWN);
        }
    }

    /** A deal once, by its state. */
    private CellSums total(Block block, int deal, int cell, int state, long amount) {
        var sums = of(ofDeals, cell);
        sums.add(state, amount);
        if (timed) {
            sums.wonAfter(block.secondsToWin(deal));
        }
        return sums;
    }

    /** The steps before the furthest one that a deal reached, and that it did not enter. */
    private void passed(int cell, int furthest, long amount) {
        for (var step = 0; step < furthest; step++) {
            if (enteredBy[step] != number) {
                of(ofStages, plan.atStage(cell, plan.stageOfStep[step])).add(FactRow.ADVANCED, amount);
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

    private static CellSums of(@Nullable CellSums[] cells, int cell) {
        var sums = cells[cell];
        if (sums == null) {
            sums = new CellSums();
            cells[cell] = sums;
        }
        return sums;
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
                of(cells, cell).add(other);
            }
        }
    }
}
