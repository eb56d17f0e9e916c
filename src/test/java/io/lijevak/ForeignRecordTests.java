package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.complaints.Channel;
import io.lijevak.complaints.ComplaintFields;
import io.lijevak.complaints.ReceiveComplaint;
import io.lijevak.complaints.Urgency;
import io.lijevak.customers.A;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A sales rep tries every address on a colleague's customer and deal: nothing is told and nothing is written. */
@LijevakTest
class ForeignRecordTests {
    private static final String SECRET = "Tajnoviti";
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 409, 422);

    @Autowired
    World world;

    @Autowired
    DealWorld dealWorld;

    @Autowired
    CreateCustomer createCustomer;

    @Autowired
    CreateDeal createDeal;

    @Autowired
    ReceiveComplaint receiveComplaint;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    PersonId rep = new PersonId(0);

    @BeforeEach
    void reset() {
        var administrator = dealWorld.found();
        var owner = world.person("Owner", Role.SALES_REP);
        rep = world.person("Stranger", Role.SALES_REP);
        var customer = createCustomer
                .from(
                        new A(SECRET + " kupac")
                                .of(owner.value())
                                .phones("091 234 5678")
                                .fields(),
                        administrator)
                .id();
        var terms = new DealTerms(
                SECRET + " posao",
                customer.value(),
                null,
                null,
                null,
                new BigDecimal("77123.45"),
                "EUR",
                null,
                List.of());
        createDeal.with(new NewDeal(dealWorld.manual().id(), null, owner.value(), terms), administrator);
        receiveComplaint.with(
                new ComplaintFields(
                        new ComplaintFields.Circle(customer.value(), null, null),
                        SECRET + " kvar",
                        SECRET + " opis",
                        Channel.PHONE,
                        Instant.now(),
                        Urgency.NORMAL,
                        owner.value()),
                null,
                administrator);
        jdbc.sql("insert into contact_person (customer_id, name) values (1, 'Tajnoviti kontakt')")
                .update();
        jdbc.sql("""
                insert into interaction (kind, state, at, state_at, direction, subject, search_text, customer_id, deal_id,
                  responsible_id, created_at)
                values ('CALL', 'PLANNED', now(), now(), 'INCOMING', 'Tajnoviti poziv', 'tajnoviti poziv', 1, 1, :owner,
                  now())""").param("owner", owner.value()).update();
    }

    @Test
    void tellsAndWritesNothingAboutAForeignRecord() throws Exception {
        var problems = new ArrayList<String>();
        var before = database();
        for (var route : routes(
                "/customers/{id",
                "/deals/{id",
                "/interactions/{id",
                "/interactions/of-",
                "/complaints/{id",
                "/complaints/of-")) {
            var answer = answer(route);
            var body = answer.getContentAsString();
            if (!REFUSED.contains(answer.getStatus()) || body.contains(SECRET) || body.contains("77123")) {
                problems.add(route + ": " + answer.getStatus() + " tells " + body.contains(SECRET));
            }
            if (!route.writes() && answer.getStatus() != 403 && !route.pattern().contains("{channel}")) {
                problems.add(route + " is no refusal: " + answer.getStatus());
            }
        }

        assertThat(problems).isEmpty();
        assertThat(database()).isEqualTo(before);
    }

    @Test
    void listsAndSearchesKeepSilent() throws Exception {
        var problems = new ArrayList<String>();
        for (var route : Route.all(mappings)) {
            var isList = !route.writes()
                    && !route.pattern().contains("{id")
                    && !route.pattern().contains("secret");
            if (isList && !route.pattern().equals("/live")) {
                var body = answer(route).getContentAsString();
                if (body.contains(SECRET) || body.contains("77123") || body.contains("77.123")) {
                    problems.add(route.toString());
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void lookingWritesNothing() throws Exception {
        rep = world.person("Boss", Role.ADMINISTRATOR);
        var before = database();
        for (var route : Route.all(mappings)) {
            var isNoted = route.pattern().contains("/export");
            if (!route.writes() && !isNoted && !route.pattern().equals("/live")) {
                answer(route);
            }
        }

        assertThat(database()).isEqualTo(before);
    }

    private List<Route> routes(String... patterns) {
        return Route.all(mappings).stream()
                .filter(route -> List.of(patterns).stream().anyMatch(route.pattern()::contains))
                .toList();
    }

    private MockHttpServletResponse answer(Route route) throws Exception {
        var request = route.request();
        Map.of(
                        "q", "tajno",
                        "stage", dealWorld.stage(2).toString(),
                        "version", "1",
                        "name", "Napadač",
                        "value", "Napadač",
                        "title", "Napadač",
                        "responsible", rep.toString(),
                        "before", "2030-01-01T00:00:00Z",
                        "customer", "1",
                        "state", "failed")
                .forEach((name, value) -> request.param(name, value));
        if (route.isApi() && route.writes()) {
            request.contentType(MediaType.APPLICATION_JSON).content("{\"version\": 1}");
        }
        var who = route.isApi() ? world.bearer(rep) : world.signedInAs(rep);
        return mvc.perform(request.with(who)).andReturn().getResponse();
    }

    private Map<String, String> database() {
        var hashes = new TreeMap<String, String>();
        for (var table : jdbc.sql("""
                select tablename from pg_tables where schemaname = current_schema()
                and tablename not in ('person_session', 'api_token', 'scheduled_tasks')""").query(String.class).list()) {
            hashes.put(
                    table,
                    jdbc.sql("select coalesce(md5(string_agg(t::text, ';' order by t::text)), '') from " + table + " t")
                            .query(String.class)
                            .single());
        }
        return hashes;
    }
}
