package io.lijevak.views;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The views that pages open with: one's own choice before that of the company. They are few and kept in memory, because
 * every opening of a page asks; what another instance changed is read in the background.
 */
@Component
public class DefaultViews {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultViews.class);
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final long COMPANY = 0;

    private final JdbcClient jdbc;
    private final SavedViews views;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Kept kept = new Kept(Map.of(), System.nanoTime());

    /** A view as a page opens with it. */
    public record Usual(
            long id, String name, String query, @Nullable String period) {
        /** The address that shows it on the given day. */
        public String address(String page, LocalDate today) {
            var question = SavedView.question(query, period, today).toString();
            return question.isEmpty() ? page : page + "?" + question;
        }
    }

    private record Place(long person, String page) {}

    private record Row(
            long person,
            String page,
            @Nullable Long id,
            @Nullable String name,
            @Nullable String query,
            @Nullable String period) {
        Optional<Usual> usual() {
            return id == null || name == null || query == null
                    ? Optional.empty()
                    : Optional.of(new Usual(id, name, query, period));
        }
    }

    private record Kept(Map<Place, Optional<Usual>> views, long readAt) {}

    /** The views that pages open with may be others now. */
    record Changed() {}

    DefaultViews(JdbcClient jdbc, SavedViews views, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.views = views;
        this.events = events;
    }

    /** What the page opens with for the person. */
    public Optional<Usual> of(String page, CurrentUser person) {
        var now = kept;
        if (System.nanoTime() - now.readAt > KEPT.toNanos() && reading.compareAndSet(false, true)) {
            Thread.ofVirtual().name("default-views").start(this::readAside);
        }
        var own = now.views.get(new Place(person.id(), page));
        return own != null ? own : now.views.getOrDefault(new Place(COMPANY, page), Optional.empty());
    }

    /** Lets a page open with the view for the person alone; null: with none, whatever the company opens with. */
    @Transactional
    public void choose(String page, @Nullable Long view, CurrentUser by) {
        if (view != null && !views.require(view, by).page().equals(page)) {
            throw new RecordNotFound("view", view);
        }
        jdbc.sql("""
                insert into default_view (page, person_id, view_id) values (:page, :person, :view)
                on conflict (page, person_id) do update set view_id = excluded.view_id""")
                .param("page", page)
                .param("person", by.id())
                .param("view", view)
                .update();
        events.publishEvent(new Changed());
    }

    /** Lets a page open with a view shared with all for everybody who chose nothing else; null: with none. */
    @Transactional
    public void chooseForAll(String page, @Nullable Long view, CurrentUser by) {
        by.require(Resource.SYSTEM, Action.EDIT);
        jdbc.sql("delete from default_view where page = :page and person_id is null")
                .param("page", page)
                .update();
        if (view != null) {
            var shared = views.require(view, by);
            if (!shared.page().equals(page) || shared.audience() != Audience.ALL) {
                throw new RecordNotFound("shared view", view);
            }
            jdbc.sql("insert into default_view (page, person_id, view_id) values (:page, null, :view)")
                    .param("page", page)
                    .param("view", view)
                    .update();
        }
        events.publishEvent(new Changed());
    }

    @TransactionalEventListener
    void changed(Changed event) {
        read();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        readAside();
    }

    /** Knows of no view any more, until it reads again. */
    public void forget() {
        kept = new Kept(Map.of(), System.nanoTime());
    }

    private void readAside() {
        try {
            read();
        } catch (DataAccessException e) {
            LOG.debug("the database is not reachable now", e);
        } finally {
            reading.set(false);
        }
    }

    private void read() {
        var read = jdbc.sql("""
                select coalesce(d.person_id, 0) as person, d.page, v.id, v.name, v.query, v.period
                from default_view d left join saved_view v on v.id = d.view_id
                where d.view_id is null or v.audience = 'ALL' or v.owner_id = d.person_id
                  or v.audience = 'TEAM' and v.team_id = (select team_id from person p where p.id = d.person_id)""").query(Row.class).list();
        kept = new Kept(
                read.stream().collect(Collectors.toMap(row -> new Place(row.person(), row.page()), Row::usual)),
                System.nanoTime());
    }
}
