package io.lijevak.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass of a thread over blocks. */
final class ColumnScan {
    private final ColumnPlan plan;
    private final PeriodRule rule;
    private final PotentialMoment moment;
    private final boolean builtUp;
    private final boolean timed;
    /** Deals in the stages they entered, and each deal once; null = none yet. */
    final @Nullable CellSums[] ofStages;

    final @Nullable CellSums[] ofDeals;
    long undated;
    /** By place of a step, the number of the last deal that entered it. */
    private final int[] enteredBy;

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
    }

    void scan(List<Block> blocks) {
        for (var block : blocks) {
            for (var deal = 0; deal < block.deals; deal++) {
                if (plan.passes(block, deal)) {
                    var owner = plan.owners.of(block.owners.at(deal));
                    if (plan.ownerCounts[owner]) {
                        count(block, deal, owner);
                    }
                }
            }
        }
    }

    private void count(Block block, int deal, int owner) {
        if (isUndated(block, deal)) {
            undated++;
        } else if (isSelected(block, deal)) {
            var cell = plan.cell(block, deal, owner);
            if (plan.process) {
                countStages(block, deal, cell);
            } else {
                total(block, deal, cell, block.potentials.at(deal));
            }
        }
    }

    private boolean isUndated(Block block, int deal) {
        return switch (rule) {
            case COHORT -> block.opened.at(deal) == Numbers.UNKNOWN;
            case CLOSED -> block.state(deal) != FactRow.OPEN && block.ended.at(deal) == Numbers.UNKNOWN;
            case OVERLAP, SNAPSHOT -> false;
        };
    }

    private boolean isSelected(Block block, int deal) {
        var open = block.state(deal) == FactRow.OPEN;
        return switch (rule) {
            case COHORT -> isWithin(block.opened.at(deal)) && (open || !plan.openOnly);
            case CLOSED -> !open && isWithin(block.ended.at(deal));
            case OVERLAP, SNAPSHOT -> open;
        };
    }

    private boolean isWithin(long second) {
        return second >= plan.from && second < plan.until;
    }

    private void countStages(Block block, int deal, int cell) {
        var first = (int) block.starts.at(deal);
        var end = (int) block.starts.at(deal + 1);
        var stands = block.stands(deal);
        if (rule == PeriodRule.SNAPSHOT) {
            if (!stands || Block.outcome(block.stages.at(end - 1)) != FactRow.OPEN) {
                return;
            }
            first = end - 1;
        }
        if (plan.byStage()) {
            number++;
            var furthest = -1;
            for (var row = first; row < end; row++) {
                var stage = plan.stages.of(Block.stage(block.stages.at(row)));
                stage(block, deal, row, plan.atStage(cell, stage), stage, stands && row == end - 1);
                var step = plan.steps[stage];
                if (step >= 0) {
                    enteredBy[step] = number;
                    furthest = Math.max(furthest, step);
                }
            }
            if (builtUp) {
                passed(block, deal, cell, furthest);
            }
        }
        if (stands) {
            var sums = total(block, deal, cell, amount(block, deal, end - 1));
            expect(sums, block, deal, end - 1, plan.stages.of(Block.stage(block.stages.at(end - 1))));
        }
    }

    /** A deal in a stage it entered. */
    private void stage(Block block, int deal, int row, int cell, int stage, boolean stands) {
        var sums = of(ofStages, cell);
        sums.add(Block.outcome(block.stages.at(row)), amount(block, deal, row));
        expect(sums, block, deal, row, stage);
        if (timed) {
            sums.stayed(rule == PeriodRule.CLOSED ? block.seconds.at(row) : block.seconds(deal, row, plan.now));
        }
        if (timed && stands) {
            sums.wonAfter(block.secondsToWin(deal));
        }
    }

    private void expect(CellSums sums, Block block, int deal, int row, int stage) {
        if (Block.outcome(block.stages.at(row)) == FactRow.OPEN) {
            sums.expect(amount(block, deal, row), plan.probabilities[stage]);
        }
    }

    /** A deal once, by its state. */
    private CellSums total(Block block, int deal, int cell, long amount) {
        var sums = of(ofDeals, cell);
        sums.add(block.state(deal), amount);
        if (timed) {
            sums.wonAfter(block.secondsToWin(deal));
        }
        return sums;
    }

    /** Each step above the furthest that the deal did not enter counts as passed. */
    private void passed(Block block, int deal, int cell, int furthest) {
        for (var step = 0; step < furthest; step++) {
            if (enteredBy[step] != number) {
                of(ofStages, plan.atStage(cell, plan.stageOfStep[step]))
                        .add(
                                FactRow.ADVANCED,
                                moment == PotentialMoment.CURRENT ? block.potentials.at(deal) : Numbers.UNKNOWN);
            }
        }
    }

    private long amount(Block block, int deal, int row) {
        return switch (moment) {
            case CURRENT -> block.potentials.at(deal);
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

    /** Adds what another pass counted. */
    ColumnScan add(ColumnScan other) {
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
