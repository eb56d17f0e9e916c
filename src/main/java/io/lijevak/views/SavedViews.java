package io.lijevak.views;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.SearchText;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The saved views that a person may open: the own ones, and those that others share. */
@Component
public class SavedViews {
    private static final String SEEN = """
            select v.id, v.page, v.name, v.query, v.days, v.period, v.owner_id as owner, p.name as owner_name, v.audience,
              v.team_id as team, t.name as team_name, v.version,
              exists (select from default_view d where d.view_id = v.id and d.person_id = :me) as usual,
              exists (select from default_view d where d.view_id = v.id and d.person_id is null) as usual_for_all
            from saved_view v join person p on p.id = v.owner_id left join team t on t.id = v.team_id
            where (v.owner_id = :me or v.audience = 'ALL'
              or v.audience = 'TEAM' and v.team_id = (select team_id from person where id = :me))""";

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The views of all pages, page by page, by name. */
    public List<SavedView> all(CurrentUser viewer) {
        return jdbc.sql(SEEN + " order by v.page, lower(v.name), v.id")
                .param("me", viewer.id())
                .query(SavedView.class)
                .list();
    }

    /** The views of a page, by name. */
    public List<SavedView> of(String page, CurrentUser viewer) {
        return jdbc.sql(SEEN + " and v.page = :page order by lower(v.name), v.id")
                .param("me", viewer.id())
                .param("page", page)
                .query(SavedView.class)
                .list();
    }

    /** Views whose names contain the term. */
    public List<SavedView> named(String term, CurrentUser viewer, int limit) {
        return jdbc.sql(SEEN + " and v.search_text like :term order by lower(v.name), v.id limit :limit")
                .param("me", viewer.id())
                .param("term", SearchText.containing(term))
                .param("limit", limit)
                .query(SavedView.class)
                .list();
    }

    public Optional<SavedView> find(long id, CurrentUser viewer) {
        return jdbc.sql(SEEN + " and v.id = :id")
                .param("me", viewer.id())
                .param("id", id)
                .query(SavedView.class)
                .optional();
    }

    public SavedView require(long id, CurrentUser viewer) {
        return find(id, viewer).orElseThrow(() -> new RecordNotFound("view", id));
    }
}
