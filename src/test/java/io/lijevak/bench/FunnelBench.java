package io.lijevak.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

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
    private static final int ROUNDS = 9;
    private final Server server;
    private final long deals;

    FunnelBench(Server server, long deals) {
        this.server = server;
        this.deals = deals;
    }

    /** One and the other alternately, so that both meet the same machine; the first round warms up. */
    List<Measured> run() throws Exception {
        var ours = new Side("closed funnel of " + deals + " deals over facts, computed anew");
        var theirs = new Side("the same question to the normalised tables");
        try (var connection = server.connect()) {
            var type = single(connection, "select type_id from deal group by 1 order by count(*) desc limit 1");
            for (int n = 0; n <= ROUNDS; n++) {
                var path = "/funnel?view=closed&dealType=" + type + "&to=" + day(n);
                ours.take(n, () -> server.api("GET", path, ""));
                theirs.take(n, () -> single(connection, NORMALISED.formatted(type)));
            }
        }
        return List.of(ours.measured(), theirs.measured(), Side.ratio(theirs, ours));
    }

    /** What one of the two took, round by round. */
    private record Side(String what, double[] times, double[] cpu) {
        Side(String what) {
            this(what, new double[ROUNDS], new double[ROUNDS]);
        }

        void take(int round, Callable<?> question) throws Exception {
            var before = Cpu.used();
            var start = System.nanoTime();
            question.call();
            var took = (System.nanoTime() - start) / 1e6;
            if (round > 0) {
                times[round - 1] = took;
                cpu[round - 1] = Cpu.used().since(before).database().toNanos() / 1e6;
            }
        }

        Measured measured() {
            var measured = Measured.times(what, times.clone());
            measured.figures().put("DB CPU ms", median(cpu));
            return measured;
        }

        static Measured ratio(Side one, Side other) {
            return Measured.of(
                    "times faster than normalised",
                    "by time",
                    Measured.round(median(one.times) / median(other.times)),
                    "by DB CPU",
                    Measured.round(median(one.cpu) / median(other.cpu)));
        }

        private static double median(double[] values) {
            var sorted = values.clone();
            Arrays.sort(sorted);
            return Measured.round(sorted[sorted.length / 2]);
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
