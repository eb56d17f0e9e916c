package io.lijevak.users.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
class PeopleApiTests {
    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void pagesThroughPeopleByCursor() {
        var ana = world.person("Ana", Role.ADMINISTRATOR);
        world.person("Čedo", Role.SALES_REP);
        world.person("Darko", Role.SALES_REP);
        var tester = MockMvcTester.create(mvc);
        var first = tester.get().uri("/api/v1/people?limit=2").with(world.bearer(ana));

        assertThat(first).bodyJson().extractingPath("$.items[*].name").asArray().containsExactly("Ana", "Čedo");
        assertThat(first).bodyJson().extractingPath("$.items[0].id").asNumber().isEqualTo((int) ana.value());
        assertThat(first)
                .bodyJson()
                .extractingPath("$.next")
                .asString()
                .satisfies(next -> assertThat(tester.get()
                                .uri("/api/v1/people?limit=2&next={next}", next)
                                .with(world.bearer(ana)))
                        .bodyJson()
                        .extractingPath("$.items[*].name")
                        .asArray()
                        .containsExactly("Darko"));
    }

    @Test
    void answersEveryErrorAsAProblem() throws Exception {
        var admin = world.bearer(Role.ADMINISTRATOR);

        assertProblem(401, "/api/v1/people", request -> request);
        assertProblem(403, "/api/v1/people", world.bearer(Role.READER));
        assertProblem(404, "/api/v1/people/999", admin);
        assertProblem(404, "/api/v1/nowhere", admin);
        assertProblem(400, "/api/v1/people/abc", admin);
        assertProblem(400, "/api/v1/people?role=KING", admin);
        assertProblem(422, "/api/v1/people?next=@@@", admin);
        var refused =
                mvc.perform(delete("/api/v1/people").with(admin)).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(405);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void takesNoSessionForTheApi() throws Exception {
        var session = world.session(world.person(Role.ADMINISTRATOR));

        var answer =
                mvc.perform(get("/api/v1/people").cookie(session)).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void describesItself() {
        assertThat(MockMvcTester.create(mvc).get().uri("/api/v1/openapi.json"))
                .bodyJson()
                .hasPathSatisfying(
                        "$.components.securitySchemes.token.scheme",
                        scheme -> assertThat(scheme).isEqualTo("bearer"))
                .hasPathSatisfying(
                        "$.components.schemas.PersonJson.properties.id.type",
                        type -> assertThat(type).isEqualTo("integer"))
                .doesNotHavePath("$.components.schemas.CurrentUser");
    }

    private void assertProblem(int status, String address, RequestPostProcessor who) throws Exception {
        var answer = mvc.perform(get(address).with(who)).andReturn().getResponse();

        assertThat(answer.getStatus()).as(address).isEqualTo(status);
        assertThat(answer.getContentType()).as(address).startsWith("application/problem+json");
        assertThat(answer.getContentAsString())
                .as(address)
                .contains("\"status\":" + status, "\"requestId\"", "\"detail\":\"")
                .doesNotContain("??");
    }
}
