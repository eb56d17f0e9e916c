package io.lijevak.operations;

import io.lijevak.platform.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the people of the demo company are to do: next steps of open deals, assignments of their heads, what was done. */
@Component
class DemoTasks {
    private static final String INSERT = """
            insert into task (id, kind, title, search_text, deal_id, customer_id, stage_id, author_id, executor_id,
              due_at, all_day, minutes, promised_at, state, accepted_at, reported_at, result, closed_at, closed_by,
              created_at)
            overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final DemoRows rows;
    private final JdbcClient jdbc;

    private record About(
            long deal,
            long responsible,
            @Nullable Long customer,
            @Nullable Long stage) {}

    /** What is written of a task; the state tells which times it has. */
    private record Draft(
            String kind, String title, @Nullable About about, long author, long executor, Instant due, String state) {}

    DemoTasks(DemoRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    void write(DemoSetting setting) {
        var drafts = new ArrayList<Draft>();
        nextSteps(setting, drafts);
        done(setting, drafts);
        assignments(setting, drafts);
        ofTheAdministrator(setting, drafts);
        var ids = rows.reserve("task", drafts.size());
        rows.write(
                INSERT,
                DemoRows.upTo(drafts.size()).stream()
                        .map(number -> row(setting, ids.get(number), drafts.get(number)))
                        .toList());
        keepNextSteps();
        absences(setting);
    }

    /** Most open deals have one; some of them are late, as everywhere. */
    private void nextSteps(DemoSetting setting, List<Draft> drafts) {
        for (var about : deals("OPEN", 1_000)) {
            var dice = setting.below(20);
            if (dice > 4) {
                var days = dice < 7 ? -1 - setting.below(4) : setting.below(14);
                drafts.add(own(setting, "tasks", about, due(setting, days), "OPEN"));
            }
        }
    }

    private void done(DemoSetting setting, List<Draft> drafts) {
        for (var about : deals("WON", 60)) {
            drafts.add(own(setting, "tasks", about, due(setting, -5 - setting.below(60)), "DONE"));
        }
    }

    private void assignments(DemoSetting setting, List<Draft> drafts) {
        var people = jdbc.sql("""
                select p.id, p.head_id from person p join demo_record d on d.kind = 'person' and d.record_id = p.id
                where p.head_id is not null order by p.id""")
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                .list();
        for (var pair : people) {
            for (var state : List.of("DONE", "DONE", "DONE", "REPORTED", "OPEN")) {
                var days = state.equals("OPEN") ? 1 + setting.below(6) : -1 - setting.below(50);
                drafts.add(new Draft(
                        "ASSIGNMENT",
                        word(setting, "assignments"),
                        null,
                        pair.get(1),
                        pair.get(0),
                        due(setting, days),
                        state));
            }
        }
    }

    /** Whoever tries the company out signs in as its administrator, and finds something to do. */
    private void ofTheAdministrator(DemoSetting setting, List<Draft> drafts) {
        var administrator = jdbc.sql("select min(id) from person where role = 'ADMINISTRATOR'")
                .query(Long.class)
                .optional()
                .orElse(null);
        if (administrator == null) {
            return;
        }
        var open = deals("OPEN", 6);
        for (var days : List.of(-2, 0, 0, 1, 3, 8)) {
            var about = days == 8 || open.isEmpty() ? null : open.get(Math.abs(days) % open.size());
            drafts.add(new Draft(
                    "MANUAL",
                    word(setting, about == null ? "assignments" : "tasks"),
                    about,
                    administrator,
                    administrator,
                    due(setting, days),
                    "OPEN"));
        }
    }

    private static Draft own(DemoSetting setting, String words, About about, Instant due, String state) {
        return new Draft("MANUAL", word(setting, words), about, about.responsible(), about.responsible(), due, state);
    }

    private static String word(DemoSetting setting, String list) {
        return setting.words().pick(list, setting.below(1_000));
    }

    /** Within working hours, on the half hour; what is due today lies still ahead where it can. */
    private static Instant due(DemoSetting setting, int days) {
        var zone = setting.company().timeZone();
        var wanted = LocalDate.ofInstant(setting.now(), zone).plusDays(days);
        var day = wanted.getDayOfWeek().getValue() < 6 || days == 0
                ? wanted
                : wanted.plusDays(days < 0 ? -2 : 8 - wanted.getDayOfWeek().getValue());
        var time = LocalTime.of(8 + setting.below(8), 30 * setting.below(2));
        var due = day.atTime(time).atZone(zone).toInstant();
        var late = day.atTime(16, 30).atZone(zone).toInstant();
        return days == 0 && due.isBefore(setting.now()) && late.isAfter(setting.now()) ? late : due;
    }

    private List<About> deals(String outcome, int most) {
        return jdbc.sql("""
                select d.id, d.responsible_id, d.customer_id, d.stage_id from deal d
                join demo_record r on r.kind = 'deal' and r.record_id = d.id
                where d.outcome = :outcome and d.responsible_id is not null order by d.opened_at desc, d.id limit :most""")
                .param("outcome", outcome)
                .param("most", most)
                .query((row, number) ->
                        new About(row.getLong(1), row.getLong(2), (Long) row.getObject(3), (Long) row.getObject(4)))
                .list();
    }

    private static @Nullable Object[] row(DemoSetting setting, long id, Draft draft) {
        var open = draft.state().equals("OPEN");
        var done = draft.state().equals("DONE");
        var assigned = draft.kind().equals("ASSIGNMENT");
        var finished = draft.due().plus(setting.below(5) == 0 ? 26 : -3, ChronoUnit.HOURS);
        var created = draft.due().minus(4 + setting.below(6), ChronoUnit.DAYS);
        var about = draft.about();
        return new @Nullable Object[] {
            id,
            draft.kind(),
            draft.title(),
            SearchText.fold(draft.title()),
            about == null ? null : about.deal(),
            about == null ? null : about.customer(),
            about == null ? null : about.stage(),
            draft.author(),
            draft.executor(),
            DemoRows.at(draft.due()),
            setting.below(3) == 0,
            setting.below(3) == 0 ? 60 : null,
            assigned ? DemoRows.at(draft.due()) : null,
            draft.state(),
            assigned && !open ? DemoRows.at(created.plus(5, ChronoUnit.HOURS)) : null,
            open ? null : DemoRows.at(earlier(finished, setting.now())),
            open ? null : word(setting, "results"),
            done ? DemoRows.at(earlier(finished, setting.now())) : null,
            done ? draft.executor() : null,
            DemoRows.at(earlier(created, setting.now()))
        };
    }

    private static Instant earlier(Instant wanted, Instant now) {
        return wanted.isBefore(now) ? wanted : now;
    }

    private void keepNextSteps() {
        jdbc.sql("""
                update deal d set next_step_at = least(d.next_step_at, t.due)
                from (select deal_id, min(due_at) as due from task where state = 'OPEN' group by deal_id) t
                where t.deal_id = d.id""").update();
    }

    /** One person is away now, with somebody standing in; another will be. */
    private void absences(DemoSetting setting) {
        var people = rows.ids("""
                select p.id from person p join demo_record d on d.kind = 'person' and d.record_id = p.id
                where p.role = 'SALES_REP' order by p.id limit 3""");
        if (people.size() < 3) {
            return;
        }
        var today = LocalDate.ofInstant(setting.now(), setting.company().timeZone());
        var ids = rows.reserve("absence", 2);
        var sql = """
                insert into absence (id, person_id, first_day, last_day, kind, substitute_id, created_by)
                overriding system value values (?, ?, ?, ?, ?, ?, ?)""";
        rows.write(
                sql,
                List.of(
                        new Object[] {
                            ids.get(0),
                            people.get(2),
                            today.minusDays(1),
                            today.plusDays(3),
                            "TRAVEL",
                            people.get(1),
                            people.get(2)
                        },
                        new Object[] {
                            ids.get(1),
                            people.get(1),
                            today.plusDays(20),
                            today.plusDays(30),
                            "VACATION",
                            people.get(0),
                            people.get(1)
                        }));
    }
}
