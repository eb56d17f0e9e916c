package io.lijevak.views;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.SearchText;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dashboards that a person may open: the own ones, and those that others share. */
@Component
public class Dashboards {
    private static final String SEEN = """
            select d.id, d.name, d.owner_id as owner, p.name as owner_name, d.audience, d.team_id as team,
              t.name as team_name, d.version,
              (select count(*) from dashboard_tile tile where tile.dashboard_id = d.id) as tiles
            from dashboard d join person p on p.id = d.owner_id left join team t on t.id = d.team_id
            where (d.owner_id = :me or d.audience = 'ALL'
              or d.audience = 'TEAM' and d.team_id = (select team_id from person where id = :me))""";

    private final JdbcClient jdbc;
    private final SavedViews views;

    Dashboards(JdbcClient jdbc, SavedViews views) {
        this.jdbc = jdbc;
        this.views = views;
    }

    private record Row(long id, long view) {}

    /** All of them by name. */
    public List<Dashboard> all(CurrentUser viewer) {
        return jdbc.sql(SEEN + " order by lower(d.name), d.id")
                .param("me", viewer.id())
                .query(Dashboard.class)
                .list();
    }

    /** Those whose names contain the term. */
    public List<Dashboard> named(String term, CurrentUser viewer, int limit) {
        return jdbc.sql(SEEN + " and d.search_text like :term order by lower(d.name), d.id limit :limit")
                .param("me", viewer.id())
                .param("term", SearchText.containing(term))
                .param("limit", limit)
                .query(Dashboard.class)
                .list();
    }

    public Dashboard require(long id, CurrentUser viewer) {
        return jdbc.sql(SEEN + " and d.id = :id")
                .param("me", viewer.id())
                .param("id", id)
                .query(Dashboard.class)
                .optional()
                .orElseThrow(() -> new RecordNotFound("dashboard", id));
    }

    /** The tiles in their order. */
    public List<Dashboard.Tile> tiles(Dashboard dashboard, CurrentUser viewer) {
        var seen = views.all(viewer).stream().collect(Collectors.toMap(SavedView::id, view -> view));
        return jdbc
                .sql("select id, view_id as view from dashboard_tile where dashboard_id = :id order by position, id")
                .param("id", dashboard.id())
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Dashboard.Tile(row.id(), seen.get(row.view())))
                .toList();
    }
}
