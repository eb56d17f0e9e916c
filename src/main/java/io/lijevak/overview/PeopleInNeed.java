package io.lijevak.overview;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose deals stand still and whose tasks are late, and how that was a week ago. */
@Component
public class PeopleInNeed {
    static final int MOST = 50;
    private static final String NEEDS = """
            select person_id, cast(sum(late) as int) as late, cast(sum(silent) as int) as silent,
              cast(sum(unplanned) as int) as unplanned, cast(sum(overdue) as int) as overdue
            from (
              select d.responsible_id as person_id, count(*) filter (where d.stage_due_at < :now) as late,
                count(*) filter (where d.silent_from < :now) as silent,
                count(*) filter (where d.next_step_at is null) as unplanned, 0 as overdue
              from deal d where d.outcome = 'OPEN' and d.responsible_id is not null and %s group by 1
              union all
              select t.executor_id, 0, 0, 0, count(*) from task t
              where t.state = 'OPEN' and t.due_order < :now and %s group by 1) part
            group by person_id
            """;
    /** As kept that day; of a day before it was kept, by the warnings and tasks that were open a week ago. */
    private static final String BEFORE = """
            select person_id, late, silent, unplanned, overdue from overview_need where day = :before
            union all
            select p.id, coalesce(sum(late), 0)::int, coalesce(sum(silent), 0)::int, coalesce(sum(unplanned), 0)::int,
              coalesce(sum(overdue), 0)::int
            from person p left join (
              select d.responsible_id as person_id, count(*) filter (where s.kind = 'LATE') as late,
                count(*) filter (where s.kind = 'SILENT') as silent,
                count(*) filter (where s.kind = 'UNPLANNED') as unplanned, 0 as overdue
              from risk_signal s join deal d on d.id = s.deal_id
              where s.since < :then and (s.until is null or s.until >= :then) group by 1
              union all
              select t.executor_id, 0, 0, 0, count(*) from task t
              where t.created_at < :then and t.due_order < :then
                and (t.state = 'OPEN' or coalesce(t.reported_at, t.closed_at) >= :then)
              group by 1) part on part.person_id = p.id
            where not exists (select from overview_need where day = :before)
            group by p.id
            """;

    private final JdbcClient jdbc;

    /** Open deals past the norm, silent, without a next step; open tasks past their deadline. */
    public record Needs(int late, int silent, int unplanned, int overdue) {}

    /** A person; {@code before} is null when the person was not there on that day. */
    public record Row(
            long person, String name, Needs needs, @Nullable Needs before) {}

    /** The people in greatest need first, and how many tasks of all of them are overdue. */
    public record Team(List<Row> people, long overdue) {}

    private record Counted(
            long personId,
            String name,
            int late,
            int silent,
            int unplanned,
            int overdue,
            @Nullable Integer lateBefore,
            @Nullable Integer silentBefore,
            @Nullable Integer unplannedBefore,
            @Nullable Integer overdueBefore,
            long allOverdue) {
        Row row() {
            var before = lateBefore == null || silentBefore == null || unplannedBefore == null || overdueBefore == null
                    ? null
                    : new Needs(lateBefore, silentBefore, unplannedBefore, overdueBefore);
            return new Row(personId, name, new Needs(late, silent, unplanned, overdue), before);
        }
    }

    PeopleInNeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Team of(Instant now, LocalDate today, CurrentUser user) {
        var deals = Reach.of(user, Resource.DEAL, Action.VIEW);
        var tasks = Reach.of(user, Resource.TASK, Action.VIEW);
        var parameters = new HashMap<>(deals.parameters());
        parameters.putAll(tasks.parameters());
        var rows = jdbc.sql("""
                with need as (%s), old as (%s)
                select need.*, p.name, b.late as late_before, b.silent as silent_before, b.unplanned as unplanned_before,
                  b.overdue as overdue_before, cast(sum(need.overdue) over () as bigint) as all_overdue
                from need join person p on p.id = need.person_id
                left join old b on b.person_id = need.person_id
                order by need.late + need.silent + need.unplanned + need.overdue desc, p.name, p.id limit :most""".formatted(
                                NEEDS.formatted(deals.sql("d.responsible_id"), tasks.sql("t.executor_id")), BEFORE))
                .param("now", Timestamp.from(now))
                .param("before", today.minusDays(WeekChanges.WEEK))
                .param("then", aWeekBefore(now))
                .param("most", MOST)
                .params(parameters)
                .query(Counted.class)
                .list();
        return new Team(
                rows.stream().map(Counted::row).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().allOverdue());
    }

    /** Keeps how things stand on the day, over what was kept of it before, and what can be told of the day a week ago when that was not kept. */
    @Transactional
    void keep(Instant now, LocalDate today) {
        jdbc.sql("delete from overview_need where day = :today or day < :old")
                .param("today", today)
                .param("old", today.minusMonths(2))
                .update();
        jdbc.sql("""
                insert into overview_need (day, person_id, late, silent, unplanned, overdue)
                select :today, need.* from (%s) need where need.person_id is not null""".formatted(NEEDS.formatted("true", "t.executor_id is not null")))
                .param("now", Timestamp.from(now))
                .param("today", today)
                .update();
        jdbc.sql("""
                insert into overview_need (day, person_id, late, silent, unplanned, overdue)
                select :before, old.* from (%s) old where not exists (select from overview_need where day = :before)""".formatted(BEFORE))
                .param("before", today.minusDays(WeekChanges.WEEK))
                .param("then", aWeekBefore(now))
                .update();
    }

    private static Timestamp aWeekBefore(Instant now) {
        return Timestamp.from(now.minus(Duration.ofDays(WeekChanges.WEEK)));
    }
}
