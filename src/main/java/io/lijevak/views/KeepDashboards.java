package io.lijevak.views;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes dashboards, puts views on them and orders these; all but an administrator only the own ones. */
@Component
public class KeepDashboards {
    /** So many views on one dashboard. */
    static final int MOST = 24;

    private final JdbcClient jdbc;
    private final Dashboards dashboards;
    private final SavedViews views;
    private final Drafts drafts;
    private final AuditTrail audit;

    KeepDashboards(JdbcClient jdbc, Dashboards dashboards, SavedViews views, Drafts drafts, AuditTrail audit) {
        this.jdbc = jdbc;
        this.dashboards = dashboards;
        this.views = views;
        this.drafts = drafts;
        this.audit = audit;
    }

    /** Makes a dashboard of views that the person may open; answers its id. */
    @Transactional
    public long make(ViewDraft draft, List<Long> shown, CurrentUser by) {
        var sound = drafts.sound(draft);
        try {
            long id = jdbc.sql("""
                    insert into dashboard (name, search_text, owner_id, audience, team_id)
                    values (:name, :search, :owner, :audience, :team) returning id""")
                    .param("name", sound.name())
                    .param("search", SearchText.fold(sound.name()))
                    .param("owner", by.id())
                    .param("audience", sound.audience().name())
                    .param("team", sound.team())
                    .query(Long.class)
                    .single();
            shown.forEach(view -> add(id, view, by));
            audit.record(by, "dashboard", id, "created", Map.of("name", new Change(null, sound.name())));
            return id;
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "views.dashboard.taken");
        }
    }

    /** Renames a dashboard, or lets others open it. */
    @Transactional
    public void change(long id, int version, ViewDraft draft, CurrentUser by) {
        var before = changeable(id, by);
        var sound = drafts.sound(draft);
        try {
            var changed = jdbc.sql("""
                    update dashboard set name = :name, search_text = :search, audience = :audience, team_id = :team,
                      version = version + 1 where id = :id and version = :version""")
                    .param("name", sound.name())
                    .param("search", SearchText.fold(sound.name()))
                    .param("audience", sound.audience().name())
                    .param("team", sound.team())
                    .param("id", id)
                    .param("version", version)
                    .update();
            if (changed == 0) {
                throw new StaleVersion();
            }
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "views.dashboard.taken");
        }
        audit.record(
                by,
                "dashboard",
                id,
                "changed",
                Map.of(
                        "name",
                        new Change(before.name(), sound.name()),
                        "audience",
                        new Change(before.audience().name(), sound.audience().name())));
    }

    @Transactional
    public void remove(long id, CurrentUser by) {
        var dashboard = changeable(id, by);
        jdbc.sql("delete from dashboard where id = :id").param("id", id).update();
        audit.record(by, "dashboard", id, "removed", Map.of("name", new Change(dashboard.name(), null)));
    }

    /** The same, and shows exactly these views in this order; those that the person may not open stay before them. */
    @Transactional
    public void change(long id, int version, ViewDraft draft, List<Long> shown, CurrentUser by) {
        change(id, version, draft, by);
        dashboards.tiles(dashboards.require(id, by), by).stream()
                .filter(tile -> tile.view() != null)
                .forEach(tile -> take(id, tile.id(), by));
        shown.forEach(view -> add(id, view, by));
    }

    /** Puts a view at the end. */
    @Transactional
    public void add(long id, long view, CurrentUser by) {
        changeable(id, by);
        if (views.find(view, by).isEmpty()) {
            throw InvalidInput.at("view", "views.dashboard.choose");
        }
        if (tiles(id).size() >= MOST) {
            throw InvalidInput.at("view", "views.dashboard.many", MOST);
        }
        jdbc.sql("""
                insert into dashboard_tile (dashboard_id, view_id, position)
                select :id, :view, coalesce(max(position), 0) + 1 from dashboard_tile where dashboard_id = :id""").param("id", id).param("view", view).update();
    }

    @Transactional
    public void take(long id, long tile, CurrentUser by) {
        changeable(id, by);
        jdbc.sql("delete from dashboard_tile where id = :tile and dashboard_id = :id")
                .param("tile", tile)
                .param("id", id)
                .update();
    }

    /** Moves a tile to a place, counted from 0; beyond the ends it stays at the end. */
    @Transactional
    public void place(long id, long tile, int place, CurrentUser by) {
        changeable(id, by);
        var order = new ArrayList<>(tiles(id));
        if (!order.remove(tile)) {
            throw new RecordNotFound("tile", tile);
        }
        order.add(Math.clamp(place, 0, order.size()), tile);
        jdbc.sql("""
                update dashboard_tile t set position = o.place
                from unnest(:tiles::bigint[]) with ordinality o (tile, place) where t.id = o.tile""").param("tiles", order.toArray(Long[]::new)).update();
    }

    /** Moves a tile by so many places. */
    @Transactional
    public void move(long id, long tile, int by, CurrentUser user) {
        place(id, tile, tiles(id).indexOf(tile) + by, user);
    }

    private List<Long> tiles(long id) {
        return jdbc.sql("select id from dashboard_tile where dashboard_id = :id order by position, id")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    private Dashboard changeable(long id, CurrentUser by) {
        var dashboard = dashboards.require(id, by);
        if (dashboard.owner() != by.id() && !by.may(Resource.SYSTEM, Action.EDIT)) {
            throw new AccessDeniedException("dashboard");
        }
        return dashboard;
    }
}
