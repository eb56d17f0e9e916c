package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may use which address: written down from the table of routes, and tried on every one of them. */
@Tag("external")
@LijevakTest
class PermissionMatrixTests {
    private static final Path DOCUMENT = Path.of("docs/permissions.md");
    private static final String REFRESH = "mvn test -Dtest=PermissionMatrixTests -Dpermissions.refresh=true";

    /** Pressed by mail programs without a page; what it needs is the secret in its address. */
    private static final String ONE_CLICK = "/one-click/{token}";

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    List<Route> routes = List.of();

    @BeforeEach
    void reset() {
        world.reset();
        routes = Route.all(mappings);
    }

    @Test
    void documentNamesEveryRoute() throws IOException {
        var text = document();
        if (Boolean.getBoolean("permissions.refresh")) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(DOCUMENT).as("refresh it by: " + REFRESH).hasContent(text);
    }

    @Test
    void everyRouteHasItsRule() {
        assertThat(routes).allMatch(route -> route.isOpen() || route.isForAnybodySignedIn() || route.allow() != null);
    }

    @Test
    void refusesEveryRoleWithoutTheRightAndWritesNothing() throws Exception {
        var visitors = new EnumMap<Role, Visitor>(Role.class);
        for (var role : Role.values()) {
            visitors.put(role, new Visitor(world.person(role)));
        }
        var before = database();
        var problems = new ArrayList<String>();
        for (var route : routes) {
            for (var role : Role.values()) {
                if (route.allow() != null && !mayUse(route, role)) {
                    var status = status(route, visitors.get(role).asSent(route));
                    if (status != 403) {
                        problems.add(route + " as " + role + ": " + status);
                    }
                }
            }
        }

        assertThat(problems).isEmpty();
        assertThat(database()).isEqualTo(before);
    }

    @Test
    void refusesStrangersAndWritesNothing() throws Exception {
        var before = database();
        var problems = new ArrayList<String>();
        for (var route : routes) {
            if (!route.isOpen()) {
                var answer = answer(route, route.isApi() ? request -> request : csrf());
                var refused = route.isApi()
                        ? answer.getStatus() == 401
                        : answer.getStatus() == 401
                                || String.valueOf(answer.getRedirectedUrl()).startsWith("/sign-in");
                if (!refused) {
                    problems.add(route + ": " + answer.getStatus());
                }
            }
        }

        assertThat(problems).isEmpty();
        assertThat(database()).isEqualTo(before);
    }

    @Test
    void refusesFormsWithoutTheirTokenAndWritesNothing() throws Exception {
        var session = world.session(world.person(Role.ADMINISTRATOR));
        var before = database();
        var problems = new ArrayList<String>();
        for (var route : routes) {
            if (route.writes() && !route.isApi() && !route.pattern().equals(ONE_CLICK)) {
                var status = status(route, request -> {
                    request.setCookies(session);
                    return request;
                });
                if (status != 403) {
                    problems.add(route + ": " + status);
                }
            }
        }

        assertThat(problems).isEmpty();
        assertThat(database()).isEqualTo(before);
    }

    @Test
    void refusesFormsFromOtherSites() throws Exception {
        var administrator = world.signedInAs(Role.ADMINISTRATOR);
        var before = database();
        var problems = new ArrayList<String>();
        for (var route : routes) {
            if (route.writes() && !route.isApi()) {
                var status = status(route, request -> {
                    request.addHeader("Origin", "https://evil.example");
                    return administrator.postProcessRequest(request);
                });
                if (status != 403) {
                    problems.add(route + ": " + status);
                }
            }
        }

        assertThat(problems).isEmpty();
        assertThat(database()).isEqualTo(before);
    }

    private final class Visitor {
        private final RequestPostProcessor page;
        private final RequestPostProcessor program;

        Visitor(PersonId person) {
            page = world.signedInAs(person);
            program = world.bearer(person);
        }

        RequestPostProcessor asSent(Route route) {
            return route.isApi() ? program : page;
        }
    }

    private int status(Route route, RequestPostProcessor who) throws Exception {
        return answer(route, who).getStatus();
    }

    private MockHttpServletResponse answer(Route route, RequestPostProcessor who) throws Exception {
        return mvc.perform(route.request().with(who)).andReturn().getResponse();
    }

    private boolean mayUse(Route route, Role role) {
        return !scope(route, role).equals("NONE");
    }

    private String scope(Route route, Role role) {
        var allow = route.allow();
        return allow == null
                ? "ALL"
                : scopes().getOrDefault(role + " " + allow.resource() + " " + allow.action(), "NONE");
    }

    private Map<String, String> scopes() {
        return jdbc
                .sql("select role || ' ' || resource || ' ' || action as given, scope from role_right")
                .query()
                .listOfRows()
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("given"), row -> (String) row.get("scope")));
    }

    /** Every row of every table but those that signing in and looking around may touch. */
    private Map<String, String> database() {
        var hashes = new java.util.TreeMap<String, String>();
        var tables = jdbc.sql("""
                select tablename from pg_tables where schemaname = current_schema()
                and tablename not in ('person_session', 'api_token', 'scheduled_tasks')""").query(String.class).list();
        for (var table : tables) {
            hashes.put(
                    table,
                    jdbc.sql("select coalesce(md5(string_agg(t::text, ';' order by t::text)), '') from " + table + " t")
                            .query(String.class)
                            .single());
        }
        return hashes;
    }

    private String document() {
        var text = new StringBuilder("""
                # Who may use which address

                Written by `PermissionMatrixTests` from the table of routes and the default rights; refresh it by
                `%s`.
                The scope says whose records the right reaches; administrators may change it for each role.

                | Address | Right |%s
                |---|---|%s
                """.formatted(
                        REFRESH,
                        Arrays.stream(Role.values())
                                .map(role -> " " + word(role.name()) + " |")
                                .collect(Collectors.joining()),
                        "---|".repeat(Role.values().length)));
        var scopes = scopes();
        for (var route : routes) {
            text.append("| `")
                    .append(route.toString().replace("|", "\\|"))
                    .append("` | ")
                    .append(right(route))
                    .append(" |");
            for (var role : Role.values()) {
                text.append(' ').append(cell(route, role, scopes)).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String right(Route route) {
        var allow = route.allow();
        if (allow != null) {
            return word(allow.resource().name()) + ": " + word(allow.action().name());
        }
        return route.isOpen() ? "open to all" : "signed in";
    }

    private static String cell(Route route, Role role, Map<String, String> scopes) {
        var allow = route.allow();
        if (allow == null) {
            return "yes";
        }
        var scope = scopes.getOrDefault(role + " " + allow.resource() + " " + allow.action(), "NONE");
        return scope.equals("NONE") ? "–" : word(scope);
    }

    private static String word(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
