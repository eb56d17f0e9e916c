package io.lijevak.deals;

import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.Outcome;
import io.lijevak.deals.DealAction.What;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what is done with many deals, deal by deal. */
@Component
class DealActions {
    private static final int BATCH = 1_000;
    private final JdbcClient jdbc;
    private final DSLContext database;
    private final DealConditions conditions;

    /** A deal of an action; the version it was left in is null before it was done. */
    record Row(
            long dealId,
            @Nullable Long wasResponsibleId,
            @Nullable Integer leftVersion) {}

    DealActions(JdbcClient jdbc, DSLContext database, DealConditions conditions) {
        this.jdbc = jdbc;
        this.database = database;
        this.conditions = conditions;
    }

    /** Writes down the action with all deals of the filter that the user sees; one more than may be shows that there are more. */
    long begin(What what, String list, DealFilter filter, Instant now, CurrentUser user) {
        var id = jdbc.sql("""
                insert into deal_action (kind, person_id, list, title, due, target_id, along, started_at)
                values (:kind, :person, :list, :title, :due, :target, :along, :now) returning id""")
                .param("kind", what.kind().name())
                .param("person", user.id())
                .param("list", list)
                .param("title", what.title())
                .param("due", what.due())
                .param("target", what.target())
                .param("along", what.along())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        database.execute(
                "insert into deal_action_row (action_id, deal_id) select {0}, d.id from deal d where {1} limit {2}",
                DSL.val(id), conditions.of(filter, user, Action.VIEW), DSL.inline(ActOnDeals.MOST + 1));
        return id;
    }

    DealAction require(long id) {
        var outcomes = new EnumMap<Outcome, Long>(Outcome.class);
        jdbc.sql("""
                select outcome, count(*) as deals from deal_action_row
                where action_id = :id and outcome is not null group by outcome""")
                .param("id", id)
                .query((row, number) -> Map.entry(Outcome.valueOf(row.getString(1)), row.getLong(2)))
                .list()
                .forEach(each -> outcomes.put(each.getKey(), each.getValue()));
        return jdbc.sql("""
                select a.*, (select count(*) from deal_action_row r where r.action_id = a.id) as total
                from deal_action a where a.id = :id""")
                .param("id", id)
                .query((row, number) -> new DealAction(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("list"),
                        new What(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("title"),
                                row.getObject("due", LocalDate.class),
                                (Long) row.getObject("target_id"),
                                row.getBoolean("along")),
                        row.getLong("total"),
                        outcomes,
                        instant(row.getTimestamp("ended_at")),
                        instant(row.getTimestamp("undone_at"))))
                .optional()
                .orElseThrow(() -> new RecordNotFound("deal action", id));
    }

    /** Deals that nothing was done with yet, from one on. */
    List<Row> toDo(long id, long after) {
        return rows(null, id, after);
    }

    List<Row> done(long id, long after) {
        return rows(Outcome.DONE, id, after);
    }

    private List<Row> rows(@Nullable Outcome outcome, long id, long after) {
        return jdbc.sql("""
                select deal_id, was_responsible_id, left_version from deal_action_row
                where action_id = :id and deal_id > :after and outcome is not distinct from cast(:outcome as text)
                order by deal_id limit :batch""")
                .param("id", id)
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("batch", BATCH)
                .query(Row.class)
                .list();
    }

    /** Whether that still is what came of the deal, null = nothing yet; nobody else changes it in this transaction. */
    boolean isStill(long id, long deal, @Nullable Outcome outcome) {
        return jdbc.sql("""
                select outcome is not distinct from cast(:outcome as text) from deal_action_row
                where action_id = :id and deal_id = :deal for update""")
                .param("id", id)
                .param("deal", deal)
                .param("outcome", outcome == null ? null : outcome.name())
                .query(Boolean.class)
                .single();
    }

    void note(long id, long deal, Outcome outcome) {
        jdbc.sql("update deal_action_row set outcome = :outcome where action_id = :id and deal_id = :deal")
                .param("outcome", outcome.name())
                .param("id", id)
                .param("deal", deal)
                .update();
    }

    /** Writes down who answered for the deal before, and in which version it is left. */
    void handedOver(long id, long deal, @Nullable Long before) {
        jdbc.sql("""
                update deal_action_row set outcome = 'DONE', was_responsible_id = :before,
                  left_version = (select version from deal where id = :deal)
                where action_id = :id and deal_id = :deal""")
                .param("before", before)
                .param("id", id)
                .param("deal", deal)
                .update();
    }

    int versionOf(long deal) {
        return jdbc.sql("select version from deal where id = :deal")
                .param("deal", deal)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void end(long id, Instant now) {
        jdbc.sql("update deal_action set ended_at = :now where id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Whether it was not undone before. */
    boolean undone(long id, Instant now) {
        return jdbc.sql("update deal_action set undone_at = :now where id = :id and undone_at is null")
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
