package io.lijevak.funnel;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers and sums of all visits to stages: what memory and SQL must agree on. */
record HistorySummary(long visits, long stages, long entered, long left, long amounts) {
    private static final String SUMMARY = """
            select count(*), coalesce(sum(v.stage_id), 0), coalesce(sum(floor(extract(epoch from v.entered_at))), 0),
              coalesce(sum(floor(extract(epoch from v.left_at))), 0),
              100 * (coalesce(sum(v.entry_potential), 0) + coalesce(sum(v.exit_potential), 0))
            from stage_visit v join deal_fact f on f.deal_id = v.deal_id where f.type_id = any(:process)""";

    static HistorySummary of(JdbcClient jdbc, Set<Long> process) {
        return jdbc.sql(SUMMARY)
                .param("process", process.toArray(Long[]::new))
                .query((row, number) -> new HistorySummary(
                        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    static HistorySummary of(History history) {
        var sums = new long[5];
        for (var block : history.blocks()) {
            for (var deal = 0; deal < block.deals; deal++) {
                if (history.process().contains(block.types.at(deal))) {
                    add(block, deal, sums);
                }
            }
        }
        return new HistorySummary(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    private static void add(HistoryBlock block, int deal, long[] sums) {
        for (var row = (int) block.starts.at(deal); row < block.starts.at(deal + 1); row++) {
            var visit = block.visit(deal, row);
            sums[0]++;
            sums[1] += visit.stage();
            sums[2] += seconds(visit.entered());
            sums[3] += seconds(visit.left());
            sums[4] += known(visit.entry()) + known(visit.exit());
        }
    }

    private static long seconds(long micros) {
        return micros == Numbers.UNKNOWN ? 0 : Math.floorDiv(micros, 1_000_000);
    }

    private static long known(long number) {
        return number == Numbers.UNKNOWN ? 0 : number;
    }

    /** Refuses a history that sums up to something else. */
    void mustEqual(HistorySummary other) {
        if (!equals(other)) {
            throw new FactRow.UnfitFacts("memory has " + this + ", the database has " + other);
        }
    }
}
