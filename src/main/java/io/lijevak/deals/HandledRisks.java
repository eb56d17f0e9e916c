package io.lijevak.deals;

import io.lijevak.deals.RiskSignal.Handling;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about warnings, and what became of their deals. */
@Component
public class HandledRisks {
    private static final int NEWEST = 100;
    private final JdbcClient jdbc;

    /** A deal whose warnings somebody acted upon at a moment. */
    public record Acted(
            long deal,
            String title,
            DealOutcome outcome,
            List<RiskKind> kinds,
            Handling how,
            @Nullable String by,
            Instant at,
            @Nullable String note) {}

    HandledRisks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest hundred that the user may see. */
    public List<Acted> newest(CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        return jdbc.sql("""
                select d.id, d.title, d.outcome, array_agg(s.kind order by s.kind) as kinds, s.handling,
                  p.name as handled_by, s.until, s.note
                from risk_signal s join deal d on d.id = s.deal_id left join person p on p.id = s.handled_by
                where s.ending = 'HANDLED' and %s
                group by d.id, s.until, s.handling, p.name, s.note
                order by s.until desc, d.id desc limit :newest""".formatted(reach.sql("d.responsible_id")))
                .params(reach.parameters())
                .param("newest", NEWEST)
                .query(HandledRisks::acted)
                .list();
    }

    private static Acted acted(ResultSet row, int number) throws SQLException {
        var kinds = (String[]) row.getArray("kinds").getArray();
        return new Acted(
                row.getLong("id"),
                row.getString("title"),
                DealOutcome.valueOf(row.getString("outcome")),
                Stream.of(kinds).map(RiskKind::valueOf).toList(),
                Handling.valueOf(row.getString("handling")),
                row.getString("handled_by"),
                Objects.requireNonNull(row.getTimestamp("until")).toInstant(),
                row.getString("note"));
    }
}
