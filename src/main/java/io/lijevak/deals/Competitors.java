package io.lijevak.deals;

import io.lijevak.platform.InvalidInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The companies that win deals we lose. */
@Component
public class Competitors {
    private final JdbcClient jdbc;

    /** A competitor on record. */
    public record Competitor(long id, String name) {}

    Competitors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Competitor> all() {
        return jdbc.sql("select id, name from competitor order by lower(name), id")
                .query((row, number) -> new Competitor(row.getLong(1), row.getString(2)))
                .list();
    }

    /** The competitor of an id, else the one of a name, added when there is none yet; null when neither is given. */
    @Nullable
    Competitor resolve(@Nullable Long id, @Nullable String name) {
        if (id != null) {
            return jdbc.sql("select id, name from competitor where id = :id")
                    .param("id", id)
                    .query((row, number) -> new Competitor(row.getLong(1), row.getString(2)))
                    .optional()
                    .orElseThrow(() -> InvalidInput.at("competitor", "deals.error.competitor.unknown"));
        }
        return name == null || name.isBlank() ? null : named(name.strip());
    }

    private Competitor named(String name) {
        var id = jdbc.sql("""
                with known as (select id from competitor where lower(name) = lower(:name)),
                added as (
                  insert into competitor (name) select :name where not exists (select from known)
                  on conflict (name) do update set name = excluded.name returning id)
                select id from known union all select id from added limit 1""").param("name", name).query(Long.class).single();
        return new Competitor(id, name);
    }
}
