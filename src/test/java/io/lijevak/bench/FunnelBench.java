package io.lijevak.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Our funnel over facts, beside the query that a normalised schema is asked: both in one run, as a ratio. */
final class FunnelBench {
    private static final String NORMALISED = """
            select s.name, count(*), count(*) filter (where v.outcome in ('ADVANCED', 'WON')),
              count(*) filter (where v.outcome = 'LOST'), count(*) filter (where v.outcome = 'OPEN'),
              sum(v.entry_potential), sum(v.exit_potential) filter (where v.outcome = 'LOST'),
              avg(extract(epoch from v.left_at - v.entered_at)),
              percentile_cont(0.5) within group (order by extract(epoch from v.left_at - v.entered_at))
            from deal d
            join stage_visit v on v.deal_id = d.id
            join stage s on s.id = v.stage_id
            join deal_type t on t.id = d.type_id
            left join customer c on c.id = d.customer_id
            left join person p on p.id = d.responsible_id
            left join customer_source q on q.id = d.source_id
            where d.type_id = %d and d.outcome <> 'OPEN' and d.closed_at >= now() - interval '12 months'
            group by s.id, s.name order by min(v.seq)""";
    private final Server server;
    private final long deals;

    FunnelBench(Server server, long deals) {
        this.server = server;
        this.deals = deals;
    }

    List<Measured> run() throws Exception {
        try (var connection = server.connect()) {
            var type = single(connection, "select type_id from deal group by 1 order by count(*) desc limit 1");
            var ours = Load.of(
                    "funnel of " + deals + " deals, closed, over facts (HTTP)",
                    1,
                    10,
                    n -> () -> server.api("GET", "/funnel?view=closed&dealType=" + type + "&to=" + day(n), ""));
            var times = new double[5];
            for (int n = 0; n < times.length; n++) {
                var start = System.nanoTime();
                single(connection, NORMALISED.formatted(type));
                times[n] = (System.nanoTime() - start) / 1e6;
            }
            var theirs = Measured.times("same question to the normalised tables (SQL alone)", times);
            var ratio = (double) theirs.figures().get("p50 ms")
                    / (double) ours.figures().get("p50 ms");
            return List.of(ours, theirs, Measured.of("normalised / ours", "ratio", Measured.round(ratio)));
        }
    }

    /** A different day each time, so that nothing kept from the last answer helps. */
    private static String day(int n) {
        return java.time.LocalDate.now().minusDays(n % 20).toString();
    }

    private static long single(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getMetaData().getColumnType(1) == java.sql.Types.BIGINT ? rows.getLong(1) : 0;
        }
    }
}
