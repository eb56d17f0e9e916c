package io.lijevak.funnel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings columns to what is committed now: what their snapshot of the database did not show and one taken now does. */
@Component
class ReadColumns {
    private static final String CHANGED = NoticedChanges.CHANGED.formatted("""
            left join lateral (
              select deal_id, type_id, state, responsible_id, source_id, potential, opened_at, closed_at
              from deal_fact where deal_id = c.deal_id and c.are_few offset 0) d on true
            left join lateral (
              select stage_id, outcome, standing, open_since, seconds, entry_potential, exit_potential
              from stage_fact where deal_id = d.deal_id and outcome not in ('SKIPPED', 'SWITCHED') offset 0) s on true
            order by c.deal_id, s.stage_id""");

    private final JdbcClient jdbc;

    ReadColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns as of now; empty when so much changed that they must be read anew. */
    Optional<Columns> catchUp(Columns columns) {
        var deals = new HashMap<Long, FactRow>();
        var news = NoticedChanges.read(jdbc, CHANGED, columns.snapshot(), row -> take(row, deals));
        return news.isTooMuch()
                ? Optional.empty()
                : Optional.of(columns.with(news.snapshot(), news.moment(), news.changed(), deals));
    }

    /** The snapshot of the database that a statement sees now. */
    String snapshot() {
        return jdbc.sql("select cast(pg_current_snapshot() as text)")
                .query(String.class)
                .single();
    }

    /** Whether facts were written anew since the snapshot, by whatever instance. */
    boolean areWrittenAnew(String snapshot) {
        return NoticedChanges.ofAny(jdbc, snapshot);
    }

    private static void take(ResultSet row, Map<Long, FactRow> deals) throws SQLException {
        var id = NoticedChanges.number(row, "deal_id");
        var known = deals.get(id);
        if (known == null) {
            known = deal(id, row);
            deals.put(id, known);
        }
        var stage = NoticedChanges.number(row, "stage_id");
        if (stage != Numbers.UNKNOWN) {
            known.stages()
                    .add(new FactRow.Stage(
                            stage,
                            FactRow.outcome(row.getString("outcome").charAt(0)),
                            NoticedChanges.number(row, "seconds"),
                            NoticedChanges.minor(row, "entry_potential"),
                            NoticedChanges.minor(row, "exit_potential"),
                            row.getBoolean("standing"),
                            NoticedChanges.micros(row, "open_since")));
        }
    }

    private static FactRow deal(long id, ResultSet row) throws SQLException {
        return new FactRow(
                id,
                row.getLong("type_id"),
                FactRow.outcome(row.getString("state").charAt(0)),
                NoticedChanges.number(row, "responsible_id"),
                NoticedChanges.number(row, "source_id"),
                NoticedChanges.minor(row, "potential"),
                NoticedChanges.micros(row, "opened_at"),
                NoticedChanges.micros(row, "closed_at"),
                new ArrayList<>());
    }
}
