package io.lijevak.views;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves views, renames, shares, overwrites and removes them; all but an administrator only the own ones. */
@Component
public class KeepViews {
    /** So many of one person for one page. */
    static final int MOST = 100;

    private static final int LONGEST_QUERY = 4_000;
    private final JdbcClient jdbc;
    private final SavedViews views;
    private final Settled settled;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    /** What makes a draft and a question fit to be stored. */
    @Component
    record Settled(ViewPages pages, Drafts drafts) {}

    KeepViews(JdbcClient jdbc, SavedViews views, Settled settled, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.views = views;
        this.settled = settled;
        this.audit = audit;
        this.events = events;
    }

    /** Saves the question of a page under a name that none of the person's views of it has; answers the view's id. */
    @Transactional
    public long save(String page, Question asked, ViewDays days, ViewDraft draft, CurrentUser by) {
        var sound = settled.drafts().sound(draft);
        var kept = settled(page, asked, days, by);
        if (views.of(page, by).stream().filter(view -> view.owner() == by.id()).count() >= MOST) {
            throw InvalidInput.at("name", "views.problem.many", MOST);
        }
        try {
            long id = jdbc.sql("""
                    insert into saved_view (page, name, search_text, query, days, period, owner_id, audience, team_id)
                    values (:page, :name, :search, :query, :days, :period, :owner, :audience, :team) returning id""")
                    .param("page", page)
                    .param("name", sound.name())
                    .param("search", SearchText.fold(sound.name()))
                    .param("query", kept.question().toString())
                    .param("days", kept.days().name())
                    .param("period", kept.period())
                    .param("owner", by.id())
                    .param("audience", sound.audience().name())
                    .param("team", sound.team())
                    .query(Long.class)
                    .single();
            record(
                    by,
                    id,
                    "created",
                    null,
                    sound,
                    new Change(null, kept.question().toString()));
            return id;
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "views.problem.taken");
        }
    }

    /** Renames a view, or lets others open it. */
    @Transactional
    public void change(long id, int version, ViewDraft draft, CurrentUser by) {
        var view = changeable(id, by);
        var sound = settled.drafts().sound(draft);
        try {
            must(jdbc.sql("""
                    update saved_view set name = :name, search_text = :search, audience = :audience, team_id = :team,
                      version = version + 1, changed_at = now() where id = :id and version = :version""")
                    .param("name", sound.name())
                    .param("search", SearchText.fold(sound.name()))
                    .param("audience", sound.audience().name())
                    .param("team", sound.team())
                    .param("id", id)
                    .param("version", version)
                    .update());
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "views.problem.taken");
        }
        if (sound.audience() != Audience.ALL) {
            jdbc.sql("delete from default_view where view_id = :id and person_id is null")
                    .param("id", id)
                    .update();
        }
        record(by, id, "changed", view, sound, new Change(null, null));
        events.publishEvent(new DefaultViews.Changed());
    }

    /** Lets a view ask another question of its page from now on. */
    @Transactional
    public void overwrite(long id, int version, Question asked, ViewDays days, CurrentUser by) {
        var view = changeable(id, by);
        var kept = settled(view.page(), asked, days, by);
        must(jdbc.sql("""
                update saved_view set query = :query, days = :days, period = :period, version = version + 1,
                  changed_at = now() where id = :id and version = :version""")
                .param("query", kept.question().toString())
                .param("days", kept.days().name())
                .param("period", kept.period())
                .param("id", id)
                .param("version", version)
                .update());
        audit.record(
                by,
                "saved_view",
                id,
                "changed",
                Map.of("query", new Change(view.query(), kept.question().toString())));
        events.publishEvent(new DefaultViews.Changed());
    }

    /** Both at once. */
    @Transactional
    public void replace(long id, int version, ViewDraft draft, Question asked, ViewDays days, CurrentUser by) {
        change(id, version, draft, by);
        overwrite(id, version + 1, asked, days, by);
    }

    /** Refused while others are sent it by mail. */
    @Transactional
    public void remove(long id, CurrentUser by) {
        var view = changeable(id, by);
        var others = jdbc.sql("""
                select count(distinct r.person_id) from view_schedule s join view_recipient r on r.schedule_id = s.id
                where s.view_id = :id and r.left_at is null and r.person_id <> :me""")
                .param("id", id)
                .param("me", by.id())
                .query(Integer.class)
                .single();
        if (others > 0) {
            throw new Conflict("views.problem.sent", others);
        }
        jdbc.sql("delete from saved_view where id = :id").param("id", id).update();
        audit.record(by, "saved_view", id, "removed", Map.of("name", new Change(view.name(), null)));
        events.publishEvent(new DefaultViews.Changed());
    }

    private SavedView changeable(long id, CurrentUser by) {
        var view = views.require(id, by);
        if (view.owner() != by.id() && !by.may(Resource.SYSTEM, Action.EDIT)) {
            throw new AccessDeniedException("view");
        }
        return view;
    }

    private ViewPages.Kept settled(String page, Question asked, ViewDays days, CurrentUser by) {
        var pages = settled.pages();
        var kept = pages.settle(pages.require(page, by), asked, days, by);
        if (kept.question().toString().length() > LONGEST_QUERY) {
            throw InvalidInput.at("name", "views.problem.long", LONGEST_QUERY);
        }
        return kept;
    }

    private static void must(int changed) {
        if (changed == 0) {
            throw new StaleVersion();
        }
    }

    private void record(
            CurrentUser by, long id, String action, @Nullable SavedView before, ViewDraft after, Change query) {
        audit.record(
                by,
                "saved_view",
                id,
                action,
                Map.of(
                        "name",
                        new Change(before == null ? null : before.name(), after.name()),
                        "audience",
                        new Change(
                                before == null ? null : before.audience().name(),
                                after.audience().name()),
                        "query",
                        query));
    }
}
