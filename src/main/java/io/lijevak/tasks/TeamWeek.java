package io.lijevak.tasks;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the people stand whose deals the user may see: their open deals, their contacts of a week, what is overdue. */
@Component
public class TeamWeek {
    private static final int MOST = 50;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * One person; amounts in the management currency.
     *
     * @param calls of the week, planned ones and those called off included
     * @param talks of these, those held
     * @param expected potential by the template probability of the stages
     * @param unplanned open deals without a next step
     * @param overdue open tasks past their deadline
     */
    public record Row(
            long person,
            String name,
            long deals,
            long calls,
            long talks,
            BigDecimal potential,
            BigDecimal expected,
            long unplanned,
            long overdue) {}

    TeamWeek(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those with open deals, the greatest potential first; nobody when the user sees no deals but the own. */
    public List<Row> of(Instant from, Instant to, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        var rows = jdbc.sql("""
                with work as (
                  select d.responsible_id as person, count(*) as deals, coalesce(sum(d.potential), 0) as potential,
                    coalesce(sum(d.potential * s.probability / 100), 0) as expected,
                    count(*) filter (where d.next_step_at is null) as unplanned
                  from deal d left join deal_type_step s on s.deal_type_id = d.type_id
                    and s.steps_version = d.steps_version and s.stage_id = d.stage_id
                  where d.outcome = 'OPEN' and d.responsible_id is not null and %s
                  group by d.responsible_id order by potential desc, person limit :most),
                talk as (
                  select w.person, count(distinct i.id) as calls, count(distinct i.id) filter (where i.state = 'HELD') as talks
                  from interaction i left join interaction_person o on o.interaction_id = i.id
                  join work w on w.person in (i.responsible_id, o.person_id)
                  where i.kind = 'CALL' and i.at >= :from and i.at < :to
                  group by w.person),
                late as (
                  select w.person, count(*) as overdue from work w join task t on t.executor_id = w.person
                  where t.state = 'OPEN' and t.due_order < :now group by w.person)
                select w.person, p.name, w.deals, coalesce(talk.calls, 0) as calls, coalesce(talk.talks, 0) as talks,
                  w.potential, w.expected, w.unplanned, coalesce(late.overdue, 0) as overdue
                from work w join person p on p.id = w.person left join talk on talk.person = w.person
                left join late on late.person = w.person
                order by w.potential desc, p.name""".formatted(reach.sql("d.responsible_id")))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST)
                .params(reach.parameters())
                .query(Row.class)
                .list();
        return rows.stream().allMatch(row -> row.person() == user.id()) ? List.of() : rows;
    }
}
