package io.lijevak.worktime;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settles on which days and hours the company works. */
@Component
public class ChangeWorkingWeek {
    private final JdbcClient jdbc;
    private final WorkingTime time;
    private final AuditTrail audit;

    ChangeWorkingWeek(JdbcClient jdbc, WorkingTime time, AuditTrail audit) {
        this.jdbc = jdbc;
        this.time = time;
        this.audit = audit;
    }

    /** Refuses a week without working days, hours that end before they begin, and a week changed meanwhile. */
    @Transactional
    public void to(WorkingWeek week, int version, CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        check(week);
        jdbc.sql("lock table working_day in share row exclusive mode").update();
        var before = time.week();
        if (before.version() != version) {
            throw new StaleVersion();
        }
        jdbc.sql("delete from working_day").update();
        week.days()
                .forEach((day, hours) -> jdbc.sql(
                                "insert into working_day (weekday, starts, ends) values (:day, :starts, :ends)")
                        .param("day", day.getValue())
                        .param("starts", hours.starts())
                        .param("ends", hours.ends())
                        .update());
        audit.record(user, "working_week", 1, "changed", Map.of("week", new Change(words(before), words(week))));
        time.forget();
    }

    private static void check(WorkingWeek week) {
        if (week.days().isEmpty()) {
            throw InvalidInput.at("week", "worktime.error.week.empty");
        }
        var problems = new ArrayList<FieldProblem>();
        week.days().forEach((day, hours) -> {
            if (!hours.starts().isBefore(hours.ends())) {
                problems.add(new FieldProblem("ends-" + day.getValue(), "worktime.error.week.order"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static String words(WorkingWeek week) {
        return week.days().entrySet().stream()
                .map(day -> day.getKey().getValue() + ": " + day.getValue().starts() + "–"
                        + day.getValue().ends())
                .collect(Collectors.joining(", "));
    }
}
