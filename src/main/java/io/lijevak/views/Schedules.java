package io.lijevak.views;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schedules that a person may see: the own ones, those of own views, those one is sent, and for an administrator all. */
@Component
public class Schedules {
    /** So many are listed; who has more finds them at their views. */
    public static final int MOST = 500;

    private static final int LOG = 200;
    private static final String SEEN = """
            select s.id, s.view_id as view, v.name as view_name, v.page, v.owner_id as view_owner, s.owner_id as owner, p.name as owner_name, s.rhythm,
              s.day, s.at, s.pdf, s.xlsx, s.next_due, s.version,
              (select count(*) from view_recipient r where r.schedule_id = s.id and r.left_at is null) as recipients,
              last.due_at as last_due, coalesce(last.troubled, 0) as troubled
            from view_schedule s join saved_view v on v.id = s.view_id join person p on p.id = s.owner_id
            left join lateral (
              select e.due_at, (select count(*) from view_delivery d
                where d.edition_id = e.id and d.state in ('LEFT_OUT', 'REFUSED', 'FAILED')) as troubled
              from view_edition e where e.schedule_id = s.id order by e.due_at desc limit 1) last on true
            where (s.owner_id = :me or v.owner_id = :me or :all
              or exists (select from view_recipient r where r.schedule_id = s.id and r.person_id = :me and r.left_at is null))""";

    private final JdbcClient jdbc;

    Schedules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of them by the name of the view, up to {@value #MOST}. */
    public List<Schedule> all(CurrentUser viewer) {
        return seen(jdbc.sql(SEEN + " order by lower(v.name), s.id limit :most"), viewer)
                .param("most", MOST)
                .query(Schedule.class)
                .list();
    }

    public List<Schedule> of(SavedView view, CurrentUser viewer) {
        return seen(jdbc.sql(SEEN + " and s.view_id = :view order by s.id"), viewer)
                .param("view", view.id())
                .query(Schedule.class)
                .list();
    }

    public Schedule require(long id, CurrentUser viewer) {
        return seen(jdbc.sql(SEEN + " and s.id = :id"), viewer)
                .param("id", id)
                .query(Schedule.class)
                .optional()
                .orElseThrow(() -> new RecordNotFound("schedule", id));
    }

    /** Whether the viewer may change it, rather than only stop getting it: who planned it, or whose view it is. */
    public static boolean isKept(Schedule schedule, CurrentUser by) {
        return schedule.owner() == by.id() || schedule.viewOwner() == by.id() || by.may(Resource.SYSTEM, Action.EDIT);
    }

    private static JdbcClient.StatementSpec seen(JdbcClient.StatementSpec asked, CurrentUser viewer) {
        return asked.param("me", viewer.id()).param("all", viewer.may(Resource.SYSTEM, Action.EDIT));
    }

    /** The name of who planned it. */
    public String planner(long id) {
        return jdbc.sql("select p.name from view_schedule s join person p on p.id = s.owner_id where s.id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Everybody it was planned for, by name. */
    public List<Recipient> recipients(Schedule schedule) {
        return jdbc.sql("""
                select r.person_id as person, p.name, p.email, r.left_at from view_recipient r
                join person p on p.id = r.person_id where r.schedule_id = :id order by lower(p.name), p.id""").param("id", schedule.id()).query(Recipient.class).list();
    }

    /** What was sent, newest first, up to {@value #LOG}; to others than its keepers only their own. */
    public List<Delivery> log(Schedule schedule, CurrentUser viewer) {
        return jdbc.sql("""
                select d.id, e.id as edition, e.due_at, e.skipped, d.person_id as person, p.name, d.state, d.reason, d.words,
                  d.attempts, d.next_try, d.done_at
                from view_edition e join view_delivery d on d.edition_id = e.id join person p on p.id = d.person_id
                where e.schedule_id = :id and (:all or d.person_id = :me)
                order by e.due_at desc, lower(p.name), d.id limit :limit""")
                .param("id", schedule.id())
                .param("all", isKept(schedule, viewer))
                .param("me", viewer.id())
                .param("limit", LOG)
                .query(Delivery.class)
                .list();
    }
}
