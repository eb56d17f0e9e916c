package io.lijevak.funnel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers and sums of facts, by state of the deals (amounts, people, dates and numbers of stages) and by outcome in the
 * stages: what columns and SQL must agree on.
 */
record ColumnSummary(Map<String, Line> lines) {
    private static final String DEALS = """
            select 'deals ' || left(state, 1), count(*), cast(coalesce(sum(potential), 0) * 100 as bigint),
              cast(coalesce(sum(responsible_id), 0)
                + coalesce(sum(cast(floor(date_part('epoch', opened_at)) as bigint)), 0)
                + coalesce(sum(cast(floor(date_part('epoch', closed_at)) as bigint)) filter (where state <> 'OPEN'), 0)
                + coalesce(sum(length(stays)), 0) / 8 as bigint)
            from deal_fact where deal_id >= :from group by state""";
    private static final String STAGES = """
            select 'stages ' || left(outcome, 1), count(*),
              cast((coalesce(sum(entry_potential), 0) + coalesce(sum(exit_potential), 0)) * 100 as bigint),
              cast(coalesce(sum(seconds), 0) + sum(stage_id) as bigint)
            from stage_fact where deal_id >= :from and outcome not in ('SKIPPED', 'SWITCHED') group by outcome""";
    private static final String OUTCOMES = "AWLOR";

    /** How many, the sum of their amounts in minor units, and that of their other numbers. */
    record Line(long number, long amount, long other) {}

    /** Of the deals from this id on, and of their stages. */
    static ColumnSummary of(JdbcClient jdbc, long from) {
        return read(jdbc, DEALS + " union all " + STAGES, from);
    }

    /** Of all deals, without what they were worth and how long they stayed in single stages. */
    static ColumnSummary deals(JdbcClient jdbc) {
        return read(jdbc, DEALS, Long.MIN_VALUE);
    }

    private static ColumnSummary read(JdbcClient jdbc, String sql, long from) {
        var lines = new HashMap<String, Line>();
        jdbc.sql(sql).param("from", from).query(row -> {
            lines.put(row.getString(1), new Line(row.getLong(2), row.getLong(3), row.getLong(4)));
        });
        return new ColumnSummary(lines);
    }

    static ColumnSummary of(List<Block> blocks) {
        return sum(blocks, (block, deal, sums) -> {
            deal(block, deal, sums[0]);
            stages(block, deal, sums[1]);
        });
    }

    static ColumnSummary deals(List<Block> blocks) {
        return sum(blocks, (block, deal, sums) -> deal(block, deal, sums[0]));
    }

    private static ColumnSummary sum(List<Block> blocks, Adding adding) {
        var sums = new long[2][OUTCOMES.length()][3];
        blocks.forEach(block -> IntStream.range(0, block.deals).forEach(deal -> adding.add(block, deal, sums)));
        var lines = new HashMap<String, Line>();
        for (var outcome = 0; outcome < OUTCOMES.length(); outcome++) {
            put("deals ", sums[0][outcome], outcome, lines);
            put("stages ", sums[1][outcome], outcome, lines);
        }
        return new ColumnSummary(lines);
    }

    /** Adds a deal to the sums by state and by outcome. */
    @FunctionalInterface
    private interface Adding {
        void add(Block block, int deal, long[][][] sums);
    }

    private static void deal(Block block, int deal, long[][] sums) {
        var state = block.state(deal);
        var ofState = sums[state];
        ofState[0]++;
        ofState[1] += known(block.potentials.at(deal));
        ofState[2] += known(block.owners.at(deal)) + known(block.opened.at(deal));
        ofState[2] += (state == FactRow.OPEN ? 0 : known(block.ended.at(deal))) + block.stages(deal);
    }

    private static void stages(Block block, int deal, long[][] sums) {
        for (var row = 0; row < block.stages(deal); row++) {
            var stage = block.code(deal, row);
            var ofOutcome = sums[Block.outcome(stage)];
            ofOutcome[0]++;
            ofOutcome[1] += known(block.entry(deal, row)) + known(block.left(deal, row));
            ofOutcome[2] += known(block.finished(deal, row)) + Block.stage(stage);
        }
    }

    private static long known(long number) {
        return number == Numbers.UNKNOWN ? 0 : number;
    }

    private static void put(String what, long[] sums, int outcome, Map<String, Line> lines) {
        if (sums[0] > 0) {
            lines.put(what + OUTCOMES.charAt(outcome), new Line(sums[0], sums[1], sums[2]));
        }
    }

    /** Refuses columns that sum up to something else. */
    void mustEqual(ColumnSummary other) {
        if (!equals(other)) {
            throw new FactRow.UnfitFacts("columns have " + lines + ", the database has " + other.lines);
        }
    }
}
