package io.lijevak.worktime;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down days that differ from the week: by hand, from a file, and takes them back. */
@Component
public class KeepHolidays {
    private static final int LONGEST = 120;
    private final JdbcClient jdbc;
    private final WorkingTime time;
    private final AuditTrail audit;

    /** What became of a file: days added, days that were free already. */
    public record Result(int added, int known) {}

    KeepHolidays(JdbcClient jdbc, WorkingTime time, AuditTrail audit) {
        this.jdbc = jdbc;
        this.time = time;
        this.audit = audit;
    }

    /** Makes a day free, or a working one; says no to one that somebody has written down already. */
    @Transactional
    public void add(@Nullable LocalDate day, String name, boolean working, CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        if (day == null) {
            throw InvalidInput.at("day", "platform.problem.required");
        }
        if (name.isBlank() || name.strip().length() > LONGEST) {
            throw InvalidInput.at("name", "worktime.error.holiday.name", LONGEST);
        }
        if (!write(new Holiday(day, name.strip(), false, working))) {
            throw InvalidInput.at("day", "worktime.error.holiday.taken");
        }
        note(day, null, name.strip(), "created", user);
    }

    /** Adds what a file lists; days that are written down already stay as they are. */
    @Transactional
    public Result add(List<Holiday> holidays, CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        var added = 0;
        for (var holiday : holidays) {
            if (write(holiday)) {
                added++;
                note(holiday.day(), null, holiday.name(), "created", user);
            }
        }
        return new Result(added, holidays.size() - added);
    }

    /** Takes a day back: a written one is forgotten, a computed holiday becomes a working day. */
    @Transactional
    public void remove(LocalDate day, String name, CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        var forgotten = jdbc.sql("delete from special_day where day = :day")
                .param("day", day)
                .update();
        if (forgotten == 0) {
            write(new Holiday(day, name.isBlank() ? day.toString() : name.strip(), false, true));
        }
        note(day, name, null, "archived", user);
    }

    private boolean write(Holiday holiday) {
        var written = jdbc.sql("""
                insert into special_day (day, name, working) values (:day, :name, :working)
                on conflict (day) do nothing""")
                .param("day", holiday.day())
                .param("name", holiday.name())
                .param("working", holiday.working())
                .update();
        time.forget();
        return written == 1;
    }

    private void note(LocalDate day, @Nullable String before, @Nullable String after, String action, CurrentUser user) {
        audit.record(user, "special_day", day.toEpochDay(), action, Map.of(day.toString(), new Change(before, after)));
    }
}
