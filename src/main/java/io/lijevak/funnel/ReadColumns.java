package io.lijevak.funnel;

import io.lijevak.funnel.FactRow.Gathered;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings columns to what is committed now: what their snapshot of the database did not show and one taken now does. */
@Component
class ReadColumns {
    /** So many changed deals are read one by one; after more all are read anew. */
    static final int MOST_CHANGES = 2_000;

    private static final String CHANGED = """
            with now_known as materialized (select cast(pg_current_snapshot() as text) as snapshot, now() as moment),
            changed as materialized (
              select distinct true as is_one, deal_id from fact_change
              where xid >= pg_snapshot_xmin(cast(:known as pg_snapshot))
                and not pg_visible_in_snapshot(xid, cast(:known as pg_snapshot))
              limit :most + 1)
            select n.snapshot, n.moment, c.is_one, c.deal_id as changed_id, d.*, s.*
            from now_known n left join changed c on true
            left join lateral (
              select deal_id, type_id, state, responsible_id, source_id, potential, opened_at, closed_at
              from deal_fact
              where deal_id = c.deal_id and (select count(*) <= :most and count(*) = count(deal_id) from changed)
              offset 0) d on true
            left join lateral (
              select stage_id, outcome, standing, open_since, seconds, entry_potential, exit_potential
              from stage_fact where deal_id = d.deal_id and outcome not in ('SKIPPED', 'SWITCHED') offset 0) s on true
            order by c.deal_id, s.stage_id
            """;

    private final JdbcClient jdbc;

    ReadColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns as of now; empty when so much changed that they must be read anew. Not to be asked within a transaction. */
    Optional<Columns> catchUp(Columns columns) {
        var news = new News();
        jdbc.sql(CHANGED)
                .param("known", columns.snapshot())
                .param("most", MOST_CHANGES)
                .query(news::take);
        return news.isTooMuch()
                ? Optional.empty()
                : Optional.of(columns.with(
                        news.snapshot,
                        news.moment,
                        news.changed,
                        news.deals.values().stream().map(Gathered::row).toList()));
    }

    /** What the rows of the statement say. */
    private static final class News {
        private String snapshot = "";
        private Instant moment = Instant.EPOCH;
        private boolean all;
        private final Set<Long> changed = new LinkedHashSet<>();
        private final LinkedHashMap<Long, Gathered> deals = new LinkedHashMap<>();

        void take(ResultSet row) throws SQLException {
            snapshot = row.getString("snapshot");
            moment = row.getObject("moment", OffsetDateTime.class).toInstant();
            if (row.getBoolean("is_one")) {
                var id = row.getLong("changed_id");
                all |= row.wasNull();
                changed.add(id);
                var deal = number(row, "deal_id");
                if (deal != Numbers.UNKNOWN) {
                    var gathered = deals.get(deal);
                    if (gathered == null) {
                        gathered = deal(deal, row);
                        deals.put(deal, gathered);
                    }
                    stage(gathered, row);
                }
            }
        }

        boolean isTooMuch() {
            return all || changed.size() > MOST_CHANGES;
        }

        private static Gathered deal(long id, ResultSet row) throws SQLException {
            var deal = new Gathered(id);
            deal.deal(
                    row.getLong("type_id"),
                    FactRow.outcome(row.getString("state").charAt(0)),
                    number(row, "responsible_id"),
                    number(row, "source_id"),
                    minor(row, "potential"));
            deal.times(micros(row, "opened_at"), micros(row, "closed_at"));
            return deal;
        }

        private static void stage(Gathered deal, ResultSet row) throws SQLException {
            var stage = number(row, "stage_id");
            if (stage != Numbers.UNKNOWN) {
                deal.stage(
                        new FactRow.Stage(
                                stage,
                                FactRow.outcome(row.getString("outcome").charAt(0)),
                                number(row, "seconds"),
                                minor(row, "entry_potential"),
                                minor(row, "exit_potential")),
                        row.getBoolean("standing"),
                        micros(row, "open_since"));
            }
        }

        private static long number(ResultSet row, String column) throws SQLException {
            var number = row.getLong(column);
            return row.wasNull() ? Numbers.UNKNOWN : number;
        }

        private static long minor(ResultSet row, String column) throws SQLException {
            var amount = row.getBigDecimal(column);
            return amount == null
                    ? Numbers.UNKNOWN
                    : amount.multiply(BigDecimal.valueOf(100)).longValueExact();
        }

        private static long micros(ResultSet row, String column) throws SQLException {
            var moment = row.getObject(column, OffsetDateTime.class);
            return moment == null
                    ? Numbers.UNKNOWN
                    : Math.addExact(Math.multiplyExact(moment.toEpochSecond(), 1_000_000L), moment.getNano() / 1000);
        }
    }
}
