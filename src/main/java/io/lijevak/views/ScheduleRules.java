package io.lijevak.views;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What may be planned, for whom. */
@Component
public class ScheduleRules {
    static final int MOST_RECIPIENTS = 100;
    private static final int LAST_OF_WEEK = 7;
    private static final int LAST_OF_MONTH = 31;

    private final List<ViewExport> exports;
    private final JdbcClient jdbc;

    ScheduleRules(List<ViewExport> exports, JdbcClient jdbc) {
        this.exports = exports;
        this.jdbc = jdbc;
    }

    /** How the page's answer is taken along; empty where it cannot be. */
    public Optional<ViewExport> export(String page) {
        return exports.stream().filter(export -> export.page().equals(page)).findFirst();
    }

    /** Whether the person may take the page's answer along, and so be sent it. */
    public boolean maySend(String page, CurrentUser person) {
        return export(page).filter(export -> person.may(export.right())).isPresent();
    }

    /** Who may share a view may send it to others; a view of one's own alone goes to nobody else. */
    public static boolean mayInclude(SavedView view, CurrentUser by) {
        return view.audience() != Audience.OWNER && (view.owner() == by.id() || by.may(Resource.SYSTEM, Action.EDIT));
    }

    void check(SavedView view, ScheduleDraft draft, CurrentUser by) {
        if (!maySend(view.page(), by)) {
            throw new AccessDeniedException(view.page());
        }
        checkDay(draft.when());
        if (!draft.pdf() && !draft.xlsx()) {
            throw InvalidInput.at("pdf", "views.schedule.problem.format");
        }
        checkRecipients(view, draft.recipients(), by);
    }

    private static void checkDay(Rhythm when) {
        var most = when.kind() == Rhythm.Kind.WEEKLY ? LAST_OF_WEEK : LAST_OF_MONTH;
        var day = when.day();
        if (when.kind() != Rhythm.Kind.WORKDAYS && (day == null || day < 1 || day > most)) {
            throw InvalidInput.at(
                    when.kind() == Rhythm.Kind.WEEKLY ? "weekday" : "monthday", "views.schedule.problem.day", most);
        }
    }

    private void checkRecipients(SavedView view, Set<Long> recipients, CurrentUser by) {
        if (recipients.isEmpty()) {
            throw InvalidInput.at("recipients", "views.schedule.problem.nobody");
        }
        if (recipients.size() > MOST_RECIPIENTS) {
            throw InvalidInput.at("recipients", "views.schedule.problem.many", MOST_RECIPIENTS);
        }
        if (!recipients.equals(Set.of(by.id())) && !mayInclude(view, by)) {
            throw InvalidInput.at("recipients", "views.schedule.problem.others");
        }
        var known = jdbc.sql("""
                select count(*) from person where id = any(:ids) and deactivated_at is null and email is not null""")
                .param("ids", recipients.toArray(Long[]::new))
                .query(Integer.class)
                .single();
        if (known != recipients.size()) {
            throw InvalidInput.at("recipients", "views.schedule.problem.address");
        }
    }
}
