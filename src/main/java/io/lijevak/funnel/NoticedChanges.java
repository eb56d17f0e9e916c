package io.lijevak.funnel;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which deals changed between a snapshot of the database and one taken now, and what one statement reads of them.
 *
 * @param snapshot taken now
 * @param moment of it by the clock of the database
 * @param changed ids of the deals, at most one more than {@link #MOST}
 * @param all whether any deal may have changed
 */
record NoticedChanges(String snapshot, Instant moment, Set<Long> changed, boolean all) {
    private static final String SINCE = """
            xid >= pg_snapshot_xmin(cast(:known as pg_snapshot))
              and not pg_visible_in_snapshot(xid, cast(:known as pg_snapshot))""";

    private static final String OF_ANY =
            "select exists (select from fact_change where deal_id is null and %s)".formatted(SINCE);

    /** So many changed deals are read one by one; after more all are read anew. */
    static final int MOST = 2_000;

    /**
     * To be completed by what is read of the changed deals {@code c} with {@code deal_id}, where {@code c.are_few}; what
     * it reads first is named {@code d}, with the id, and {@code s}.
     */
    static final String CHANGED = """
            with now_known as materialized (select cast(pg_current_snapshot() as text) as snapshot, now() as moment),
            changed as materialized (
              select distinct true as is_one, deal_id from fact_change where %s
              limit :most + 1)
            select n.snapshot, n.moment, c.is_one, c.deal_id as changed_id, d.*, s.*
            from now_known n
            left join (
              select changed.*, (select count(*) <= :most and count(*) = count(deal_id) from changed) as are_few
              from changed) c on true
            %%s
            """.formatted(SINCE);

    /** What is done with the row of a deal that is still there. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a statement completed from {@link #CHANGED}. */
    static NoticedChanges read(JdbcClient jdbc, String sql, String known, Reader reader) {
        var news = new Object() {
            String snapshot = "";
            Instant moment = Instant.EPOCH;
            boolean all;
            final Set<Long> changed = new LinkedHashSet<>();
        };
        jdbc.sql(sql).param("known", known).param("most", MOST).query(row -> {
            news.snapshot = row.getString("snapshot");
            news.moment = row.getObject("moment", OffsetDateTime.class).toInstant();
            if (row.getBoolean("is_one")) {
                var id = row.getLong("changed_id");
                news.all |= row.wasNull();
                news.changed.add(id);
                if (number(row, "deal_id") != Numbers.UNKNOWN) {
                    reader.read(row);
                }
            }
        });
        return new NoticedChanges(news.snapshot, news.moment, news.changed, news.all);
    }

    /** Whether any deal may have changed since the snapshot, as when facts were written anew. */
    static boolean ofAny(JdbcClient jdbc, String known) {
        return jdbc.sql(OF_ANY).param("known", known).query(Boolean.class).single();
    }

    boolean isTooMuch() {
        return all || changed.size() > MOST;
    }

    static long number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? Numbers.UNKNOWN : number;
    }

    static long minor(ResultSet row, String column) throws SQLException {
        var amount = row.getBigDecimal(column);
        return amount == null
                ? Numbers.UNKNOWN
                : amount.multiply(BigDecimal.valueOf(100)).longValueExact();
    }

    static long micros(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null
                ? Numbers.UNKNOWN
                : Math.addExact(Math.multiplyExact(moment.toEpochSecond(), 1_000_000L), moment.getNano() / 1000);
    }
}
