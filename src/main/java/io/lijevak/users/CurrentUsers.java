package io.lijevak.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads who acts, with rights and reached people, in one statement; read anew for every request, so that a changed role
 * or a deactivation binds at once.
 */
@Component
public class CurrentUsers {
    private final JdbcClient jdbc;

    CurrentUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person, unless deactivated or unknown. */
    public Optional<CurrentUser> find(PersonId id) {
        return jdbc.sql("""
                with recursive below (id) as (
                  select id from person where id = :id
                  union
                  select p.id from person p join below b on p.head_id = b.id)
                select p.id, p.name, p.role, coalesce(p.language, c.language, 'en') language,
                  coalesce(p.time_zone, c.time_zone, 'UTC') time_zone, p.theme, p.shortcuts,
                  array(select id from below union select m.id from person m where m.team_id = p.team_id) people,
                  array(select r.resource || '.' || r.action || '=' || r.scope from role_right r where r.role = p.role)
                    rights
                from person p left join company c on true
                where p.id = :id and p.deactivated_at is null""")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    private static CurrentUser read(ResultSet row) throws SQLException {
        return new CurrentUser(
                new PersonId(row.getLong("id")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("language"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("theme"),
                row.getBoolean("shortcuts"),
                Set.of((Long[]) row.getArray("people").getArray()),
                rights((String[]) row.getArray("rights").getArray()));
    }

    private static Map<String, Scope> rights(String[] rows) {
        return Arrays.stream(rows)
                .map(row -> row.split("="))
                .collect(Collectors.toMap(
                        part -> part[0], part -> Scope.valueOf(part[1]), (first, second) -> first, HashMap::new));
    }
}
