package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a step of a deal type says, written and refused by the API. */
@LijevakTest
class StepApiTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private RequestPostProcessor bearer;

    @BeforeEach
    void found() {
        var admin = deals.found();
        bearer = world.bearer(admin.person());
        jdbc.sql("delete from step_requirement").update();
    }

    @Test
    void theApiWritesWhatAStepSaysAndAnswersTheVersionWithRouteAndFile() throws Exception {
        var type = deals.type(DealMode.AUTOMATIC);
        var path = "/api/v1/deal-types/" + type.id();

        mvc.perform(put(path + "/steps/2")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"version": 1, "addressee": "role:ACCOUNTANT", "instruction": "Call first",
                         "requirements": [{"kind": "check", "settings": {"items": "Budget"}}],
                         "events": [{"kind": "meeting", "title": "Meet", "due": 4, "unit": "hours"},
                                    {"kind": "task", "title": "Send", "addressee": "customer", "due": 2}]}""")
                        .with(bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.steps[1].addressee").value("role:ACCOUNTANT"))
                .andExpect(jsonPath("$.steps[1].instruction").value("Call first"))
                .andExpect(jsonPath("$.steps[1].requirements[0].settings.items").value("Budget"))
                .andExpect(jsonPath("$.steps[1].events[0].unit").value("hours"))
                .andExpect(jsonPath("$.steps[1].events[1].addressee").value("customer"))
                .andExpect(jsonPath("$.steps[0].addressee").value("responsible"))
                .andExpect(jsonPath("$.route.nodes[1].stage").value(1));
        var file = mvc.perform(get(path + "/versions/2/route.bpmn").with(bearer))
                .andExpect(content().contentType(MediaType.APPLICATION_XML))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        mvc.perform(post(path + "/route?version=2")
                        .contentType(MediaType.APPLICATION_XML)
                        .content(file)
                        .with(bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(3))
                .andExpect(jsonPath("$.steps[1].events[0].title").value("Meet"));
    }

    @Test
    void theApiRefusesWithThePathOfTheField() throws Exception {
        var path = "/api/v1/deal-types/" + deals.manual().id() + "/steps/2";

        refused(path, "{}", 422, "version");
        refused(path, "{\"version\": 9}", 409, "");
        refused(path, "{\"version\": 1, \"addressee\": \"person:99\"}", 422, "addressee");
        refused(path, "{\"version\": 1, \"files\": [77]}", 422, "files[0]");
        refused(path, "{\"version\": 1, \"events\": [{\"kind\": \"fax\", \"title\": \"x\"}]}", 422, "events[0].kind");
        refused(path, "{\"version\": 1, \"events\": [{\"kind\": \"call\", \"title\": \"x\"}]}", 422, "events[0].due");
        refused(path, "{\"version\": 1, \"requirements\": [{\"kind\": \"wish\"}]}", 422, "requirements[0].kind");
        refused(path.replace("/steps/2", "/steps/77"), "{\"version\": 1}", 422, "stage");
        mvc.perform(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": 1}")
                        .with(world.bearer(Role.SALES_REP)))
                .andExpect(status().isForbidden());
    }

    private void refused(String path, String body, int status, String field) throws Exception {
        var answer = mvc.perform(put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(bearer))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer).contains(field.isEmpty() ? "status" : "\"" + field + "\"");
    }
}
