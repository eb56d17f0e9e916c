package io.lijevak.funnel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a history to what is committed now, as {@link ReadColumns} does columns. */
@Component
class FollowHistory {
    private static final String CHANGED = """
            left join lateral (
              select deal_id, type_id, responsible_id, source_id, potential, opened_at, closed_at, created_at, state
              from %s f where deal_id = c.deal_id and c.are_few offset 0) d on true
            left join lateral (
              select seq, stage_id, outcome, entered_at, left_at, recorded_at, left_recorded_at, entry_potential,
                exit_potential
              from %s v where deal_id = d.deal_id offset 0) s on true
            order by c.deal_id, s.seq""";

    private final JdbcClient jdbc;

    FollowHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The relation that tells the deals, or told them before a moment. */
    static String deals(@Nullable Instant then) {
        return then == null ? "deal_fact" : "deals_known(timestamptz '" + then + "')";
    }

    /** The same of visits. */
    static String visits(@Nullable Instant then) {
        return then == null ? "stage_visit" : "visits_known(timestamptz '" + then + "')";
    }

    /** The history as of now; empty when so much changed that it must be read anew. */
    Optional<History> catchUp(History history) {
        var deals = new HashMap<Long, HistoryRow>();
        var changed =
                NoticedChanges.CHANGED.formatted(CHANGED.formatted(deals(history.then()), visits(history.then())));
        var news = NoticedChanges.read(jdbc, changed, history.snapshot(), row -> take(row, deals, history.process()));
        return news.isTooMuch()
                ? Optional.empty()
                : Optional.of(history.with(news.snapshot(), news.moment(), news.changed(), deals));
    }

    private static void take(ResultSet row, Map<Long, HistoryRow> deals, Set<Long> process) throws SQLException {
        var id = NoticedChanges.number(row, "deal_id");
        var known = deals.get(id);
        if (known == null) {
            known = deal(id, row);
            deals.put(id, known);
        }
        if (!process.contains(known.type())) {
            known.visits().clear();
            known.visits().add(whole(known, row));
        } else if (NoticedChanges.number(row, "stage_id") != Numbers.UNKNOWN) {
            known.visits().add(visit(row));
        }
    }

    private static HistoryRow deal(long id, ResultSet row) throws SQLException {
        return new HistoryRow(
                id,
                row.getLong("type_id"),
                NoticedChanges.number(row, "responsible_id"),
                NoticedChanges.number(row, "source_id"),
                NoticedChanges.minor(row, "potential"),
                NoticedChanges.micros(row, "opened_at"),
                new ArrayList<>());
    }

    private static HistoryRow.Visit whole(HistoryRow deal, ResultSet row) throws SQLException {
        return HistoryRow.whole(
                FactRow.outcome(row.getString("state").charAt(0)),
                deal.opened(),
                NoticedChanges.micros(row, "closed_at"),
                NoticedChanges.micros(row, "created_at"));
    }

    private static HistoryRow.Visit visit(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        var entered = NoticedChanges.micros(row, "entered_at");
        var left = NoticedChanges.micros(row, "left_at");
        var isNowhere = entered == Numbers.UNKNOWN && left == Numbers.UNKNOWN;
        return new HistoryRow.Visit(
                row.getLong("stage_id"),
                HistoryRow.outcome(outcome.charAt(0) << 8 | outcome.charAt(1)),
                entered,
                left,
                isNowhere ? NoticedChanges.micros(row, "recorded_at") : Numbers.UNKNOWN,
                left == Numbers.UNKNOWN ? NoticedChanges.micros(row, "left_recorded_at") : Numbers.UNKNOWN,
                NoticedChanges.minor(row, "entry_potential"),
                NoticedChanges.minor(row, "exit_potential"));
    }
}
