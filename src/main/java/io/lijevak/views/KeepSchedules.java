package io.lijevak.views;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans the sending of views, changes, rests and removes it; all but an administrator only what they planned. */
@Component
public class KeepSchedules {
    private static final String KIND = "view_schedule";
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final SavedViews views;
    private final Planning planning;
    private final AuditTrail audit;
    private final Clock clock;

    /** What the plans are made with. */
    @Component
    record Planning(Schedules schedules, ScheduleRules rules, CompanyDays days, Recipients recipients) {}

    KeepSchedules(JdbcClient jdbc, SavedViews views, Planning planning, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.planning = planning;
        this.audit = audit;
        this.clock = clock;
    }

    /** Plans the sending of a view that the person may open; answers the schedule's id. */
    @Transactional
    public long plan(long viewId, ScheduleDraft draft, CurrentUser by) {
        var view = views.require(viewId, by);
        planning.rules().check(view, draft, by);
        if (planning.schedules().of(view, by).size() >= MOST) {
            throw InvalidInput.at("rhythm", "views.schedule.problem.schedules", MOST);
        }
        long id = jdbc.sql("""
                insert into view_schedule (view_id, owner_id, rhythm, day, at, pdf, xlsx, next_due)
                values (:view, :owner, :rhythm, :day, :at, :pdf, :xlsx, :next) returning id""")
                .param("view", view.id())
                .param("owner", by.id())
                .param("rhythm", draft.when().kind().name())
                .param("day", draft.when().day())
                .param("at", draft.when().at())
                .param("pdf", draft.pdf())
                .param("xlsx", draft.xlsx())
                .param("next", next(draft.when()))
                .query(Long.class)
                .single();
        planning.recipients().set(id, draft.recipients());
        audit.record(by, KIND, id, "created", changes(null, words(draft)));
        return id;
    }

    /** Changes when, as what and to whom; whoever stopped it stays without. */
    @Transactional
    public void change(long id, int version, ScheduleDraft draft, CurrentUser by) {
        var schedule = kept(id, by);
        planning.rules().check(views.require(schedule.view(), by), draft, by);
        var before = words(new ScheduleDraft(
                schedule.when(),
                schedule.pdf(),
                schedule.xlsx(),
                planning.schedules().recipients(schedule).stream()
                        .map(Recipient::person)
                        .collect(Collectors.toSet())));
        var changed = jdbc.sql("""
                update view_schedule set rhythm = :rhythm, day = :day, at = :at, pdf = :pdf, xlsx = :xlsx,
                  next_due = case when next_due is null then null else cast(:next as timestamptz) end,
                  version = version + 1 where id = :id and version = :version""")
                .param("rhythm", draft.when().kind().name())
                .param("day", draft.when().day())
                .param("at", draft.when().at())
                .param("pdf", draft.pdf())
                .param("xlsx", draft.xlsx())
                .param("next", next(draft.when()))
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        planning.recipients().set(id, draft.recipients());
        audit.record(by, KIND, id, "changed", changes(before, words(draft)));
    }

    /** Sends nothing until it is resumed. */
    @Transactional
    public void rest(long id, CurrentUser by) {
        kept(id, by);
        jdbc.sql("update view_schedule set next_due = null, version = version + 1 where id = :id")
                .param("id", id)
                .update();
        audit.record(by, KIND, id, "paused", Map.of());
    }

    /** Goes on with the next moment after now; what was due meanwhile is not sent. */
    @Transactional
    public void resume(long id, CurrentUser by) {
        var schedule = kept(id, by);
        jdbc.sql("update view_schedule set next_due = :next, version = version + 1 where id = :id")
                .param("next", next(schedule.when()))
                .param("id", id)
                .update();
        audit.record(by, KIND, id, "resumed", Map.of());
    }

    @Transactional
    public void remove(long id, CurrentUser by) {
        var schedule = kept(id, by);
        jdbc.sql("delete from view_schedule where id = :id").param("id", id).update();
        audit.record(by, KIND, id, "removed", Map.of("view", new Change(schedule.viewName(), null)));
    }

    Schedule kept(long id, CurrentUser by) {
        var schedule = planning.schedules().require(id, by);
        if (!Schedules.isKept(schedule, by)) {
            throw new AccessDeniedException("schedule");
        }
        return schedule;
    }

    private @Nullable Timestamp next(Rhythm when) {
        return when.next(clock.instant(), planning.days().now())
                .map(Timestamp::from)
                .orElse(null);
    }

    private static String words(ScheduleDraft draft) {
        var when = draft.when();
        return when.kind() + (when.day() == null ? "" : " " + when.day()) + " " + when.at()
                + (draft.pdf() ? " PDF" : "") + (draft.xlsx() ? " XLSX" : "")
                + " " + new TreeSet<>(draft.recipients());
    }

    private static Map<String, Change> changes(@Nullable String before, String after) {
        return Map.of("schedule", new Change(before, after));
    }
}
