package io.lijevak.users;

import io.lijevak.users.Sessions.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loads who acts, with rights and reached people, in one statement; read anew for every request, so that a changed role
 * or a deactivation binds at once.
 */
@Component
public class CurrentUsers {
    private static final String READ = """
            with recursive %s,
              below (id) as (
                select id from acting
                union
                select p.id from person p join below b on p.head_id = b.id)
            select p.id, p.name, p.role, coalesce(p.language, c.language, 'en') language,
              coalesce(p.time_zone, c.time_zone, 'UTC') time_zone, p.theme, p.shortcuts,
              array(select id from below union select m.id from person m where m.team_id = p.team_id) people,
              array(select r.resource || '.' || r.action || '=' || r.scope from role_right r where r.role = p.role)
                rights, a.notice, a.unseen
            from acting a join person p on p.id = a.id left join company c on true
            where p.deactivated_at is null""";
    private static final String BY_ID =
            READ.formatted("acting (id, notice, unseen) as (select cast(:id as bigint), null::text, false)");
    /** Reads a notice and takes it away, for the page it was left for. */
    private static final String BY_SESSION = READ.formatted("""
            taken as (
              update person_session set notice = null
              where token_hash = :key and notice_path = :path and notice is not null),
            acting (id, notice, unseen) as (
              select person_id, case when notice_path = :path then notice end, false from person_session
              where token_hash = :key and seen_at > now() - interval '12 hours')""");

    private static final String BY_TOKEN = READ.formatted("""
            acting (id, notice, unseen) as (
              select person_id, null::text, last_used_at is null or last_used_at < now() - interval '1 minute'
              from api_token where token_hash = :hash and revoked_at is null)""");

    private final JdbcClient jdbc;

    CurrentUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person, unless deactivated or unknown. */
    public Optional<CurrentUser> find(PersonId id) {
        return jdbc.sql(BY_ID)
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Nullable
    Session ofSession(String key, String path) {
        return jdbc.sql(BY_SESSION)
                .param("key", key)
                .param("path", path)
                .query((row, number) -> new Session(key, read(row), row.getString("notice")))
                .optional()
                .orElse(null);
    }

    /** Whose token it is, and whether its last use was noted over a minute ago. */
    record TokenUse(CurrentUser user, boolean unseen) {}

    Optional<TokenUse> ofToken(String hash) {
        return jdbc.sql(BY_TOKEN)
                .param("hash", hash)
                .query((row, number) -> new TokenUse(read(row), row.getBoolean("unseen")))
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
