package io.lijevak.users;

import io.lijevak.platform.StaleVersion;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each role may do; administrators change it, but never lock themselves out. */
@Component
public class RoleRights {
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    RoleRights(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** Scope by resource and action, each pair present. */
    public record Matrix(Map<Resource, Map<Action, Scope>> scopes) {
        public Scope scope(Resource resource, Action action) {
            return scopes.getOrDefault(resource, Map.of()).getOrDefault(action, Scope.NONE);
        }

        /** Changes with any scope, so that a form made from older rights is noticed. */
        public int version() {
            return scopes.toString().hashCode();
        }
    }

    public Matrix of(Role role) {
        var rows = new HashMap<String, Scope>();
        jdbc.sql("select resource || '.' || action, scope from role_right where role = :role")
                .param("role", role.name())
                .query(row -> {
                    rows.put(row.getString(1), Scope.valueOf(row.getString(2)));
                });
        var scopes = new EnumMap<Resource, Map<Action, Scope>>(Resource.class);
        for (var resource : Resource.values()) {
            var actions = new EnumMap<Action, Scope>(Action.class);
            for (var action : Action.values()) {
                actions.put(action, rows.getOrDefault(resource + "." + action, Scope.NONE));
            }
            scopes.put(resource, actions);
        }
        return new Matrix(scopes);
    }

    /** Gives the role exactly these rights. */
    @Transactional
    public void change(CurrentUser user, Role role, int version, Map<String, Scope> wanted) {
        requireAdministrator(user);
        jdbc.sql("lock table role_right in share row exclusive mode").update();
        var before = of(role);
        if (before.version() != version) {
            throw new StaleVersion();
        }
        var changes = new LinkedHashMap<String, AuditTrail.Change>();
        before.scopes()
                .forEach((resource, actions) -> actions.forEach((action, old) -> {
                    var scope = wanted.getOrDefault(resource + "." + action, old);
                    if (scope != old && !isProtected(role, resource)) {
                        save(role, resource, action, scope);
                        changes.put(resource + "." + action, new AuditTrail.Change(old.name(), scope.name()));
                    }
                }));
        trail.record(user, "role", role.ordinal(), "changed", changes);
    }

    /** Whether the user has every right of the role, and so may give it and manage those who have it. */
    boolean covers(CurrentUser user, Role role) {
        if (user.role() == Role.ADMINISTRATOR) {
            return true;
        }
        return role != Role.ADMINISTRATOR
                && of(role).scopes().entrySet().stream()
                        .allMatch(resource -> resource.getValue().entrySet().stream()
                                .allMatch(action -> user.scope(resource.getKey(), action.getKey())
                                                .compareTo(action.getValue())
                                        >= 0));
    }

    /** Rights on people and the system stay with administrators, else nobody could mend anything. */
    public static boolean isProtected(Role role, Resource resource) {
        return role == Role.ADMINISTRATOR && (resource == Resource.PEOPLE || resource == Resource.SYSTEM);
    }

    private static void requireAdministrator(CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        if (user.role() != Role.ADMINISTRATOR) {
            throw new AccessDeniedException("rights of roles");
        }
    }

    private void save(Role role, Resource resource, Action action, Scope scope) {
        jdbc.sql("""
                insert into role_right (role, resource, action, scope) values (:role, :resource, :action, :scope)
                on conflict (role, resource, action) do update set scope = excluded.scope""")
                .param("role", role.name())
                .param("resource", resource.name())
                .param("action", action.name())
                .param("scope", scope.name())
                .update();
    }
}
