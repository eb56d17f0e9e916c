package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many of the moves forward were backed by evidence that the stage demanded. */
@Component
public class BackedMoves {
    private static final String SQL = """
            select count(*) as moves, count(*) filter (where demanded) as demanded,
              count(*) filter (where demanded and not overridden) as backed
            from (
              select exists (select from step_requirement r where r.deal_type_id = d.type_id
                  and r.steps_version = v.steps_version and r.stage_id = v.stage_id and r.kind <> all(:claims)) as demanded,
                exists (select from requirement_override o where o.subject_kind = 'deal' and o.subject_id = d.id
                  and o.stage_id = v.stage_id and o.at >= v.entered_at and o.at <= v.left_at + interval '5 seconds')
                  as overridden
              from stage_visit v join deal d on d.id = v.deal_id
              where v.outcome in ('ADVANCED', 'WON') and v.left_at >= :from and v.left_at < :to and %s) as moved""";
    private final JdbcClient jdbc;
    private final Companies companies;

    /** Moves forward and wins; those from stages that demand evidence; those of them that nobody waved through. */
    public record Share(long moves, long demanded, long backed) {
        public double part() {
            return moves == 0 ? 0 : (double) backed / moves;
        }
    }

    BackedMoves(JdbcClient jdbc, Companies companies) {
        this.jdbc = jdbc;
        this.companies = companies;
    }

    public Share of(Period period, CurrentUser user) {
        var zone = companies.current().timeZone();
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        return jdbc.sql(SQL.formatted(reach.sql("d.responsible_id")))
                .params(reach.parameters())
                .param("claims", ProvenStages.CLAIMS.toArray(String[]::new))
                .param("from", Timestamp.from(period.start(zone)))
                .param("to", Timestamp.from(period.end(zone)))
                .query((row, number) -> new Share(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
