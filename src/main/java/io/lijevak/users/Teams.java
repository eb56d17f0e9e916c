package io.lijevak.users;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The teams of the company; a team in use is archived, never deleted. */
@Component
public class Teams {
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    Teams(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** A team and how many active people it has. */
    public record Team(long id, String name, boolean archived, int members, int version) {}

    /** All teams, the archived ones last. */
    public List<Team> all() {
        return jdbc.sql("""
                select t.id, t.name, t.archived_at is not null as archived, t.version,
                  (select count(*) from person p where p.team_id = t.id and p.deactivated_at is null) as members
                from team t order by archived, t.name""")
                .query((row, number) -> new Team(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("archived"),
                        row.getInt("members"),
                        row.getInt("version")))
                .list();
    }

    public Team require(long id) {
        return all().stream()
                .filter(team -> team.id() == id)
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("team", id));
    }

    /** The new team's id; a problem at {@code name}. */
    @Transactional
    public long create(CurrentUser user, String name) {
        user.require(Resource.PEOPLE, Action.CREATE);
        var tidy = checked(name);
        try {
            long id = jdbc.sql("insert into team (name) values (:name) returning id")
                    .param("name", tidy)
                    .query(Long.class)
                    .single();
            trail.record(user, "team", id, "created", Map.of("name", new AuditTrail.Change(null, tidy)));
            return id;
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "users.error.team.taken");
        }
    }

    @Transactional
    public void rename(CurrentUser user, long id, int version, String name) {
        user.require(Resource.PEOPLE, Action.EDIT);
        var before = require(id);
        var tidy = checked(name);
        try {
            change(
                    id,
                    version,
                    "update team set name = :value, version = version + 1 " + "where id = :id and version = :version",
                    tidy);
        } catch (DuplicateKeyException e) {
            throw InvalidInput.at("name", "users.error.team.taken");
        }
        trail.record(user, "team", id, "changed", Map.of("name", new AuditTrail.Change(before.name(), tidy)));
    }

    /** Archives the team, or brings it back; its people stay in it. */
    @Transactional
    public void archive(CurrentUser user, long id, int version, boolean archived) {
        user.require(Resource.PEOPLE, Action.ARCHIVE);
        require(id);
        change(
                id,
                version,
                "update team set archived_at = case when :value then now() end, version = version + 1 "
                        + "where id = :id and version = :version",
                archived);
        trail.record(user, "team", id, archived ? "archived" : "restored", Map.of());
    }

    private void change(long id, int version, String statement, Object value) {
        var changed = jdbc.sql(statement)
                .param("value", value)
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
    }

    private static String checked(String name) {
        var tidy = name.strip();
        if (tidy.isEmpty() || tidy.length() > 100) {
            throw InvalidInput.at("name", "users.error.team.name");
        }
        return tidy;
    }
}
