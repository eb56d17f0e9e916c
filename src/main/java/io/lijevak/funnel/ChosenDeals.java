package io.lijevak.funnel;

import org.jspecify.annotations.Nullable;

/** The deals of a block that a plan asks for, column by column: what most deals fail at is asked first. */
final class ChosenDeals {
    /** States of deals, each a bit. */
    private static final int OPEN = 1 << FactRow.OPEN;

    private static final int CLOSED = 1 << FactRow.WON | 1 << FactRow.LOST;
    private static final int ANY = OPEN | CLOSED;
    private final ColumnPlan plan;
    private final PeriodRule rule;
    private final long[] values = new long[1 << Block.BITS];
    /** Of all deals of the block, as it keeps them. */
    final long[] marks = new long[1 << Block.BITS];
    /** Their places in the block, and the codes of their responsible persons where the plan asks for these. */
    final int[] deals = new int[1 << Block.BITS];

    final int[] owners = new int[1 << Block.BITS];
    int size;

    ChosenDeals(ColumnPlan plan) {
        this.plan = plan;
        rule = plan.pivot.selection().query().rule();
    }

    /** The deals of the question. */
    void choose(Block block) {
        size = 0;
        var known = plan.deals == null ? null : plan.deals.of(block.key());
        if (block.types.mayHold(plan.type) && (plan.deals == null || known != null)) {
            switch (rule) {
                case COHORT -> {
                    inState(block, plan.openOnly ? OPEN : ANY);
                    within(block.opened);
                }
                case CLOSED -> {
                    inState(block, CLOSED);
                    within(block.ended);
                }
                case OVERLAP, SNAPSHOT -> inState(block, rule == PeriodRule.SNAPSHOT || plan.openOnly ? OPEN : ANY);
            }
            narrow(block, known);
        }
    }

    /** What a column of the block tells of each chosen deal; good until another is read. */
    long[] read(Numbers column) {
        column.read(0, deals, size, values);
        return values;
    }

    /** The state of the chosen deal at this place. */
    int state(int place) {
        return (int) marks[deals[place]] & Block.STATE;
    }

    /** How many deals the rule cannot place, because the date it asks for is not known. */
    int undated(Block block) {
        size = 0;
        var column = rule == PeriodRule.COHORT ? block.opened : block.ended;
        var known = plan.deals == null ? null : plan.deals.of(block.key());
        if ((rule == PeriodRule.COHORT || rule == PeriodRule.CLOSED)
                && column.hasUnknown()
                && block.types.mayHold(plan.type)
                && (plan.deals == null || known != null)) {
            column.read(0, block.deals, values);
            for (var deal = 0; deal < block.deals; deal++) {
                if (values[deal] == Numbers.UNKNOWN
                        && (rule == PeriodRule.COHORT || block.state(deal) != FactRow.OPEN)) {
                    deals[size++] = deal;
                }
            }
            narrow(block, known);
        }
        return size;
    }

    /** Each deal is written and kept by moving on: which one it is no processor can guess. */
    private void inState(Block block, int states) {
        block.marks.read(0, block.deals, marks);
        for (var deal = 0; deal < block.deals; deal++) {
            deals[size] = deal;
            size += states >> (marks[deal] & Block.STATE) & 1;
        }
    }

    private void within(Numbers column) {
        if (column.isWithin(plan.from, plan.until)) {
            return;
        }
        read(column);
        var kept = 0;
        for (var i = 0; i < size; i++) {
            deals[kept] = deals[i];
            kept += Long.compareUnsigned(values[i] - plan.from, plan.until - plan.from) < 0 ? 1 : 0;
        }
        size = kept;
    }

    private void narrow(Block block, long @Nullable [] known) {
        if (!block.types.isAlways(plan.type)) {
            keep(block.types, plan.type);
        }
        if (plan.source != null) {
            keep(block.sources, plan.source);
        }
        if (known != null) {
            keep(block.ids, known);
        }
        if (plan.asksOwners) {
            keepOwners(block.owners);
        }
    }

    private void keepOwners(Numbers column) {
        var responsible = read(column);
        var kept = 0;
        for (var i = 0; i < size; i++) {
            var owner = plan.owners.of(responsible[i]);
            deals[kept] = deals[i];
            owners[kept] = owner;
            kept += plan.ownerCounts[owner] ? 1 : 0;
        }
        size = kept;
    }

    private void keep(Numbers column, long value) {
        read(column);
        var kept = 0;
        for (var i = 0; i < size; i++) {
            deals[kept] = deals[i];
            kept += values[i] == value ? 1 : 0;
        }
        size = kept;
    }

    private void keep(Numbers ids, long[] known) {
        read(ids);
        var kept = 0;
        for (var i = 0; i < size; i++) {
            deals[kept] = deals[i];
            kept += DealSet.holds(known, values[i]) ? 1 : 0;
        }
        size = kept;
    }
}
