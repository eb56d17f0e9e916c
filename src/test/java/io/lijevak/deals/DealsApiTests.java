package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.process.NextStepRules;
import io.lijevak.users.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
class DealsApiTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    NextStepRules nextSteps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.bearer(admin.person());
    }

    @Test
    void createsReadsChangesAndListsDeals() throws Exception {
        send(post("/api/v1/deals"), """
                {"title": "Press", "type": %s, "amount": {"value": "1000.00", "currency": "EUR"}}""".formatted(deals.manual().id()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.stage.id").value(deals.stage(1).value()))
                .andExpect(jsonPath("$.potential.value").value("1000.00"))
                .andExpect(jsonPath("$.outcome").value("open"));
        send(put("/api/v1/deals/1"), """
                {"version": 1, "title": "Big press", "amount": {"value": "2000.00", "currency": "EUR"}}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        send(get("/api/v1/deals?outcome=open&q=big"), "")
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].amount.value").value("2000.00"));
    }

    @Test
    void asksForTheFirstStepWhereTheTypeDoes() throws Exception {
        var type = deals.manual().id();
        nextSteps.change(type, true, admin);
        var body = "{\"title\": \"Press\", \"type\": " + type + "%s}";

        send(post("/api/v1/deals"), body.formatted(""))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].field")
                        .value(org.hamcrest.Matchers.containsInAnyOrder("nextStep.title", "nextStep.due")));
        assertThat(jdbc.sql("select count(*) from deal").query(Integer.class).single())
                .isZero();
        send(
                        post("/api/v1/deals"),
                        body.formatted(", \"nextStep\": {\"title\": \"Call\", \"due\": \"2199-03-05T10:00\"}"))
                .andExpect(status().isCreated());
        assertThat(jdbc.sql("select title from task").query(String.class).single())
                .isEqualTo("Call");
        nextSteps.change(type, false, admin);
        send(post("/api/v1/deals"), body.formatted("")).andExpect(status().isCreated());
    }

    @Test
    void pagesByKeyset() throws Exception {
        for (int index = 0; index < 3; index++) {
            deals.open(admin);
        }

        var first = send(get("/api/v1/deals?limit=2"), "")
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");

        send(get("/api/v1/deals?limit=2&next=" + next), "")
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void movesClosesAndReopens() throws Exception {
        var path = "/api/v1/deals/" + deals.open(admin);

        send(post(path + "/moves"), "{\"stage\": %s}".formatted(deals.stage(3)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage.id").value(deals.stage(3).value()));
        send(post(path + "/closure"), """
                {"outcome": "lost", "reason": %d, "competitor": "Rival", "note": "too slow"}""".formatted(deals.reason(true)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.closure.competitor.name").value("Rival"));
        send(delete(path + "/closure"), "").andExpect(jsonPath("$.outcome").value("open"));
        send(get(path + "/visits"), "")
                .andExpect(jsonPath("$.items[*].outcome")
                        .value(org.hamcrest.Matchers.contains("advanced", "skipped", "lost", "open")));
    }

    @Test
    void refusesWithTheFieldAndTheSentence() throws Exception {
        var path = "/api/v1/deals/" + deals.open(admin);

        send(post(path + "/moves"), "{\"stage\": 999}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("stage"));
        send(post(path + "/closure"), "{\"outcome\": \"lost\"}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        send(post(path + "/closure"), "{\"outcome\": \"lost\", \"reason\": %d}".formatted(deals.reason(true)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("competitor"));
        send(get("/api/v1/deals?stage=abc"), "").andExpect(status().is(422));
        send(get("/api/v1/deals/4711"), "").andExpect(status().isNotFound());
    }

    @Test
    void refusesWhatWasReadBeforeSomebodyElseChangedIt() throws Exception {
        var path = "/api/v1/deals/" + deals.open(admin);
        send(post(path + "/moves"), "{\"stage\": %s, \"version\": 1}".formatted(deals.stage(2)))
                .andExpect(status().isOk());

        send(post(path + "/moves"), "{\"stage\": %s, \"version\": 1}".formatted(deals.stage(3)))
                .andExpect(status().isConflict());
        send(put(path), "{\"version\": 1, \"title\": \"Late\"}").andExpect(status().isConflict());
    }

    @Test
    void answersStagesTypesAndReasons() throws Exception {
        send(get("/api/v1/stages"), "").andExpect(jsonPath("$.items", hasSize(9)));
        send(get("/api/v1/deal-types"), "")
                .andExpect(jsonPath("$.items[*].mode")
                        .value(org.hamcrest.Matchers.contains("manual", "automatic", "non-process")));
        send(get("/api/v1/loss-reasons"), "").andExpect(jsonPath("$.items", hasSize(10)));
        send(post("/api/v1/stages"), "{\"name\": \"Probni rad\"}").andExpect(status().isCreated());
        send(post("/api/v1/deal-types"), """
                {"name": "Servis", "mode": "manual", "steps": [{"stage": %s, "normDays": 0}]}""".formatted(deals.stage(1)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("steps[0].normDays"));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String json) throws Exception {
        return mvc.perform(
                request.content(json).contentType(MediaType.APPLICATION_JSON).with(signedIn));
    }
}
