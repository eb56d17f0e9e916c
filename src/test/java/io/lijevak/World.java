package io.lijevak;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.lijevak.platform.Changes;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.platform.SearchText;
import io.lijevak.properties.Properties;
import io.lijevak.users.ApiTokens;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import io.lijevak.users.Sessions;
import io.lijevak.views.DefaultViews;
import io.lijevak.worktime.WorkingTime;
import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The tiny shared world of the tests: one company, its people. Every test begins with {@link #reset()}. */
@Component
public class World {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final JdbcClient jdbc;
    private final Companies companies;
    private final CurrentUsers users;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final Changes changes;
    private final WorkingTime workingTime;
    private final Properties properties;
    private final DefaultViews defaultViews;
    private final List<Map<String, Object>> defaultRights;

    World(
            JdbcClient jdbc,
            Companies companies,
            CurrentUsers users,
            ApiTokens tokens,
            Sessions sessions,
            Changes changes,
            WorkingTime workingTime,
            Properties properties,
            DefaultViews defaultViews) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.users = users;
        this.tokens = tokens;
        this.sessions = sessions;
        this.changes = changes;
        this.workingTime = workingTime;
        this.properties = properties;
        this.defaultViews = defaultViews;
        this.defaultRights = jdbc.sql("select * from role_right").query().listOfRows();
    }

    /** Empties every table, restores the roles' rights, sets up "Galeb d.o.o." (Croatian, EUR, Europe/Zagreb). */
    public void reset() {
        emptyTables(3);
        jdbc.sql("""
                insert into role_right (role, resource, action, scope)
                select * from unnest(:role::text[], :resource::text[], :action::text[], :scope::text[])""")
                .param("role", column("role"))
                .param("resource", column("resource"))
                .param("action", column("action"))
                .param("scope", column("scope"))
                .update();
        companies.forget();
        changes.touch();
        workingTime.forget();
        properties.forget();
        defaultViews.forget();
        companies.save(new Company("Galeb d.o.o.", "hr", "HR", "EUR", ZoneId.of("Europe/Zagreb")));
    }

    /**
     * Deletes from the tables that hold something, for to truncate all of them makes as many files anew, and tells those
     * who follow the facts of deals. What works in the background may still read, and the database may then end this
     * instead of that.
     */
    private void emptyTables(int more) {
        try {
            jdbc.sql("""
                    do $$
                    declare used record;
                    begin
                      set local session_replication_role = replica;
                      for used in
                        select format('%I', relname) as name, pg_relation_size(oid) > 1000000 as large from pg_class
                        where relnamespace = current_schema()::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
                          and relname not in ('flyway_schema_history', 'act_ge_property')
                      loop
                        execute case when used.large then format('truncate %s cascade', used.name) else 'delete from ' || used.name end;
                      end loop;
                      insert into fact_change (deal_id) values (null);
                      perform setval(seqrelid, seqstart, false) from pg_sequence
                      where pg_sequence_last_value(seqrelid) is not null
                        and exists (select from pg_depend where objid = seqrelid and refobjsubid > 0 and deptype in ('a', 'i'));
                    end $$""").update();
        } catch (PessimisticLockingFailureException deadlock) {
            if (more == 0) {
                throw deadlock;
            }
            emptyTables(more - 1);
        }
    }

    /** A new person of the role, named after it, who can sign in in spirit (no password). */
    public PersonId person(Role role) {
        return person(role.name().toLowerCase().replace('_', ' '), role, null, null);
    }

    public PersonId person(String name, Role role) {
        return person(name, role, null, null);
    }

    public PersonId person(String name, Role role, @Nullable Long team, @Nullable PersonId head) {
        var id = jdbc.sql("""
                insert into person (name, search_text, role, team_id, head_id, language)
                values (:name, :search, :role, :team, :head, 'en') returning id""")
                .param("name", name)
                .param("search", SearchText.fold(name))
                .param("role", role.name())
                .param("team", team)
                .param("head", head == null ? null : head.value())
                .query(Long.class)
                .single();
        return new PersonId(id);
    }

    public long team(String name) {
        return jdbc.sql("insert into team (name) values (:name) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** A new person of the role as the user of use cases. */
    public CurrentUser user(Role role) {
        return user(person(role));
    }

    public CurrentUser user(PersonId person) {
        return users.find(person).orElseThrow();
    }

    /** Requests by a new person of the role: a real session, and a CSRF token on those that write. */
    public RequestPostProcessor signedInAs(Role role) {
        return signedInAs(person(role));
    }

    public RequestPostProcessor signedInAs(PersonId person) {
        var session = session(person);
        return request -> {
            request.setCookies(session);
            return SAFE.contains(request.getMethod()) ? request : csrf().postProcessRequest(request);
        };
    }

    /** The cookie of a new session of the person. */
    public Cookie session(PersonId person) {
        return new Cookie("SESSION", sessions.open(person));
    }

    /** API requests by a new person of the role. */
    public RequestPostProcessor bearer(Role role) {
        return bearer(person(role));
    }

    public RequestPostProcessor bearer(PersonId person) {
        var token = token(person);
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            return request;
        };
    }

    /** A new API token of the person. */
    public String token(PersonId person) {
        var token = "test-token-of-person-".repeat(2) + person + "-" + System.nanoTime();
        tokens.adopt(person, "test", token);
        return token;
    }

    private String[] column(String name) {
        return defaultRights.stream().map(row -> (String) row.get(name)).toArray(String[]::new);
    }
}
