package io.lijevak.funnel;

import org.jspecify.annotations.Nullable;

/** The deals of a block that a plan asks for, column by column: what most deals fail at is asked first. */
final class ChosenDeals {
    private final ColumnPlan plan;
    private final PeriodRule rule;
    private final long[] values = new long[1 << Block.BITS];
    private final long[] marks = new long[1 << Block.BITS];
    /** Their places in the block, and the codes of their responsible persons. */
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
                case COHORT -> within(block, block.opened, false);
                case CLOSED -> within(block, block.ended, true);
                case OVERLAP, SNAPSHOT -> open(block, rule == PeriodRule.SNAPSHOT || plan.openOnly);
            }
            narrow(block, known);
        }
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
            column.read(values, block.deals);
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

    private void within(Block block, Numbers column, boolean closed) {
        column.read(values, block.deals);
        block.marks.read(marks, block.deals);
        for (var deal = 0; deal < block.deals; deal++) {
            var second = values[deal];
            var isOpen = (marks[deal] & Block.STATE) == FactRow.OPEN;
            if (second >= plan.from && second < plan.until && (closed ? !isOpen : isOpen || !plan.openOnly)) {
                deals[size++] = deal;
            }
        }
    }

    private void open(Block block, boolean openOnly) {
        block.marks.read(marks, block.deals);
        for (var deal = 0; deal < block.deals; deal++) {
            if (!openOnly || (marks[deal] & Block.STATE) == FactRow.OPEN) {
                deals[size++] = deal;
            }
        }
    }

    private void narrow(Block block, long @Nullable [] known) {
        var kept = 0;
        var ofType = block.types.isAlways(plan.type);
        for (var i = 0; i < size; i++) {
            var deal = deals[i];
            if ((ofType || block.types.at(deal) == plan.type)
                    && (plan.source == null || block.sources.at(deal) == plan.source)
                    && (known == null || DealSet.holds(known, block.ids.at(deal)))) {
                var owner = plan.owners.of(block.owners.at(deal));
                if (plan.ownerCounts[owner]) {
                    deals[kept] = deal;
                    owners[kept++] = owner;
                }
            }
        }
        size = kept;
    }
}
