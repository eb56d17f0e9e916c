package io.lijevak.funnel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The way that deals went, in one state, as a plan counts them: in which cells, and by what became of them there. What is
 * counted of deals that went the same way is the same but for their amounts and times, so these are summed up first.
 */
final class Way {
    private final ColumnPlan plan;
    final int state;
    /** Whether the last stage is where the deals stand. */
    final boolean stands;
    /** The rows of a deal that count, from this one of its rows on; less than 0 = the deals count nowhere. */
    final int first;

    /** Of each of these rows how far its cell lies from that of the deal, and what became of the deal there. */
    final int[] cells;

    final int[] outcomes;
    /** Template probability in percent where the deals stand in the stage, else 0. */
    final int[] probabilities;
    /** How far the cells lie of steps that the deals passed without entering. */
    final int[] passed;
    /** By cell of the deal; empty = not summed up. */
    private final long[] deals;

    private final long[] amounts;
    private final long[] unknown;

    /** {@code codes}: stage and outcome of each row; {@code marks} of a deal; {@code few} cells, so that each has its sums here. */
    Way(ColumnPlan plan, long[] codes, int marks, boolean few) {
        this.plan = plan;
        state = marks & Block.STATE;
        stands = (marks & Block.STANDING) != 0;
        first = first(codes);
        var rows = first < 0 ? 0 : codes.length - first;
        cells = new int[rows];
        outcomes = new int[rows];
        probabilities = new int[rows];
        var entered = new boolean[plan.stageOfStep.length];
        var furthest = -1;
        for (var row = 0; row < rows; row++) {
            var stage = plan.stages.of(Block.stage(codes[first + row]));
            cells[row] = plan.atStage(0, stage);
            outcomes[row] = Block.outcome(codes[first + row]);
            probabilities[row] = outcomes[row] == FactRow.OPEN ? plan.probabilities[stage] : 0;
            var step = plan.steps[stage];
            if (step >= 0) {
                entered[step] = true;
                furthest = Math.max(furthest, step);
            }
        }
        passed = passed(entered, furthest);
        deals = new long[few ? plan.cells() : 0];
        amounts = new long[deals.length];
        unknown = new long[deals.length];
    }

    private int first(long[] codes) {
        if (plan.pivot.selection().query().rule() != PeriodRule.SNAPSHOT) {
            return 0;
        }
        return stands && Block.outcome(codes[codes.length - 1]) == FactRow.OPEN ? codes.length - 1 : -1;
    }

    private int[] passed(boolean[] entered, int furthest) {
        if (plan.pivot.selection().query().counting() != Counting.BUILT_UP) {
            return new int[0];
        }
        var found = new int[entered.length];
        var size = 0;
        for (var step = 0; step < furthest; step++) {
            if (!entered[step]) {
                found[size++] = plan.atStage(0, plan.stageOfStep[step]);
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Counts so many deals of these cells and amounts to the sums of their way. */
    void add(int[] cell, long[] amount, int size) {
        for (var i = 0; i < size; i++) {
            deals[cell[i]]++;
            if (amount[i] == Numbers.UNKNOWN) {
                unknown[cell[i]]++;
            } else {
                amounts[cell[i]] = Math.addExact(amounts[cell[i]], amount[i]);
            }
        }
    }

    /** Adds the sums to the cells they belong to. */
    void into(@Nullable CellSums[] ofStages, @Nullable CellSums[] ofDeals) {
        for (var cell = 0; cell < deals.length; cell++) {
            if (deals[cell] > 0) {
                spread(cell, ofStages, ofDeals);
            }
        }
    }

    private void spread(int cell, @Nullable CellSums[] ofStages, @Nullable CellSums[] ofDeals) {
        if (plan.byStage()) {
            for (var row = 0; row < cells.length; row++) {
                var sums = CellSums.of(ofStages, cell + cells[row]);
                sums.add(outcomes[row], deals[cell], amounts[cell], unknown[cell]);
                sums.expect(amounts[cell], probabilities[row]);
            }
            for (var step : passed) {
                CellSums.of(ofStages, cell + step).add(FactRow.ADVANCED, deals[cell], amounts[cell], unknown[cell]);
            }
        }
        if (stands) {
            var sums = CellSums.of(ofDeals, cell);
            sums.add(state, deals[cell], amounts[cell], unknown[cell]);
            sums.expect(amounts[cell], probabilities[probabilities.length - 1]);
        }
    }
}
