package io.lijevak.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LijevakTest
class ComplaintsApiTests {
    private static final String COMPLAINTS = "/api/v1/complaints";

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ComplaintWorld given;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;
    private CustomerId mill;

    @BeforeEach
    void begin() {
        ana = deals.found();
        mill = given.customer("Uljara", ana);
    }

    @Test
    void receivesReadsAndChanges() throws Exception {
        send(post(COMPLAINTS), """
                {"customer": %s, "subject": "Leaking pump", "channel": "in-person", "urgency": "high"}""".formatted(mill))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("open"))
                .andExpect(jsonPath("$.channel").value("in-person"))
                .andExpect(jsonPath("$.customer.name").value("Uljara"))
                .andExpect(jsonPath("$.responsible.id").value((int) ana.id()))
                .andExpect(jsonPath("$.dueAt").exists());
        send(put(COMPLAINTS + "/1"), """
                {"version": 1, "customer": %s, "subject": "Leaking pumps", "channel": "phone"}""".formatted(mill))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.subject").value("Leaking pumps"))
                .andExpect(jsonPath("$.version").value(2));

        send(put(COMPLAINTS + "/1"), """
                {"version": 1, "customer": %s, "subject": "Old", "channel": "phone"}""".formatted(mill)).andExpect(status().isConflict());
        ask(COMPLAINTS + "?state=open").andExpect(jsonPath("$.items[0].subject").value("Leaking pumps"));
        ask(COMPLAINTS + "?state=closed").andExpect(jsonPath("$.items").isEmpty());
        ask(COMPLAINTS + "?state=perhaps").andExpect(status().is(422));
        ask(COMPLAINTS + "/2").andExpect(status().isNotFound());
    }

    @Test
    void tellsAtWhichFieldSomethingIsWrong() throws Exception {
        send(post(COMPLAINTS), "{\"customer\": 99, \"subject\": \"\", \"channel\": \"phone\"}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[?(@.field == 'customer')]").exists())
                .andExpect(jsonPath("$.errors[?(@.field == 'subject')]").exists());
        send(post(COMPLAINTS), "{\"customer\": %s, \"subject\": \"Leak\", \"channel\": \"pigeon\"}".formatted(mill))
                .andExpect(status().is(422));
    }

    @Test
    void itsPointsAreCompletedAsTasksUntilItEnds() throws Exception {
        var id = given.toBeDecided(mill, ana);
        ask(COMPLAINTS + "/" + id + "/route-map")
                .andExpect(jsonPath("$.process").value("complaint-handling"))
                .andExpect(jsonPath("$.points[?(@.id == 'decide')].state").value("current"))
                .andExpect(jsonPath("$.points[?(@.id == 'receive')].state").value("passed"));

        send(post("/api/v1/tasks/" + task() + "/completion"), "{}").andExpect(status().is(422));
        send(post("/api/v1/tasks/" + task() + "/completion"), """
                {"answers": {"finding": "unjustified", "reasons": "Worn out"}}""").andExpect(status().isOk());
        ask("/api/v1/tasks/" + task())
                .andExpect(jsonPath("$.record.kind").value("complaint"))
                .andExpect(jsonPath("$.record.title").value("Leaking pump"));
        send(post("/api/v1/tasks/" + task() + "/completion"), "{}").andExpect(status().isOk());

        ask(COMPLAINTS + "/" + id)
                .andExpect(jsonPath("$.state").value("closed"))
                .andExpect(jsonPath("$.finding").value("unjustified"))
                .andExpect(jsonPath("$.end").value("Neopravdana"));
    }

    @Test
    void isWithdrawnAndTakenUpAgain() throws Exception {
        var closure = COMPLAINTS + "/" + given.received(mill, "Leak", ana) + "/closure";

        send(post(closure), "{}").andExpect(status().is(422));
        send(post(closure), "{\"reason\": \"Found it\"}")
                .andExpect(jsonPath("$.finding").value("withdrawn"));
        send(post(closure), "{\"reason\": \"Found it\"}").andExpect(status().isConflict());
        send(delete(closure), "").andExpect(jsonPath("$.state").value("open"));
    }

    @Test
    void refusesWhoMayNot() throws Exception {
        var id = given.received(mill, "Leak", ana);
        var stranger = world.bearer(world.person("Stranger", Role.SALES_REP));

        mvc.perform(get(COMPLAINTS + "/" + id).with(stranger)).andExpect(status().isForbidden());
        mvc.perform(get(COMPLAINTS + "/" + id + "/route-map").with(stranger)).andExpect(status().isForbidden());
        assertThat(mvc.perform(get(COMPLAINTS).with(stranger))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"items\":[]");
    }

    @Test
    void theDescriptionNamesIt() throws Exception {
        assertThat(mvc.perform(get("/api/v1/openapi.json").with(world.bearer(ana.person())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/api/v1/complaints/{id}/route-map");
    }

    private long task() {
        return jdbc.sql("select id from task where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    private ResultActions ask(String path) throws Exception {
        return mvc.perform(get(path).with(world.bearer(ana.person())));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(
                request.contentType(MediaType.APPLICATION_JSON).content(body).with(world.bearer(ana.person())));
    }
}
