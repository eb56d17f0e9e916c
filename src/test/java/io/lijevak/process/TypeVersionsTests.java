package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Versions of deal types on their pages and in the API, and what their steps say: instructions, files, events. */
@LijevakTest
class TypeVersionsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ChangeDealType change;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;
    private RequestPostProcessor bearer;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
        bearer = world.bearer(admin.person());
        jdbc.sql("delete from step_requirement").update();
    }

    @Test
    void theListSaysWhoWroteWhichVersionWhatIsDifferentAndHowManyDealsFollowIt() throws Exception {
        deals.open(admin);
        var type = deals.manual();
        var steps = type.steps().stream()
                .map(step -> new StepDraft(step.stage(), step.normDays(), step.probability()))
                .toList();
        var shorter = new java.util.ArrayList<>(steps.subList(0, 8));
        shorter.set(1, new StepDraft(steps.get(1).stage(), 3, 20));
        change.to(type.id(), type.version(), new DealTypeDraft(type.name(), type.mode(), true, shorter), admin);

        mvc.perform(get("/deal-types/" + type.id() + "/versions").with(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(containsString("administrator, ")))
                .andExpect(content().string(containsString("norm 5 → 3 d")))
                .andExpect(content().string(containsString("taken out")))
                .andExpect(content().string(containsString("at the founding")));
        mvc.perform(get("/deal-types/" + type.id() + "/versions/1").with(signedIn))
                .andExpect(content().string(containsString("First version")));
        mvc.perform(get("/api/v1/deal-types/" + type.id() + "/versions").with(bearer))
                .andExpect(jsonPath("$.items[0].version").value(2))
                .andExpect(jsonPath("$.items[0].present").value(true))
                .andExpect(jsonPath("$.items[0].madeBy.id").value(admin.id()))
                .andExpect(jsonPath("$.items[0].openDeals").value(0))
                .andExpect(jsonPath("$.items[0].changes[0].what").value("removed"))
                .andExpect(jsonPath("$.items[0].changes[1].before").value(5))
                .andExpect(jsonPath("$.items[1].openDeals").value(1));
    }

    @Test
    void anotherOrderOfStagesIsToldInTheReadersLanguageAndInTheApi() throws Exception {
        var type = deals.manual();
        var steps = new java.util.ArrayList<>(type.steps().stream()
                .map(step -> new StepDraft(step.stage(), step.normDays(), step.probability()))
                .toList());
        java.util.Collections.swap(steps, 1, 2);
        change.to(type.id(), type.version(), new DealTypeDraft(type.name(), type.mode(), true, steps), admin);

        var words = java.util.Map.of(
                "en", "Another order of stages", "hr", "Drugi redoslijed faza", "ru", "Другой порядок этапов");
        for (var language : words.entrySet()) {
            jdbc.sql("update person set language = :language")
                    .param("language", language.getKey())
                    .update();
            for (var page : new String[] {"/versions", "/versions/2"}) {
                mvc.perform(get("/deal-types/" + type.id() + page).with(world.signedInAs(admin.person())))
                        .andExpect(content().string(containsString(language.getValue())));
            }
        }
        mvc.perform(get("/api/v1/deal-types/" + type.id() + "/versions").with(bearer))
                .andExpect(jsonPath("$.items[0].changes.length()").value(1))
                .andExpect(jsonPath("$.items[0].changes[0].what").value("order"));
    }

    @Test
    void everyModeHasItsVersionsAndUnknownOnesAreNotFound() throws Exception {
        for (var mode : DealMode.values()) {
            var id = deals.type(mode).id();
            mvc.perform(get("/deal-types/" + id + "/versions").with(signedIn))
                    .andExpect(content().string(containsString("version 1")));
            mvc.perform(get("/deal-types/" + id + "/versions/1").with(signedIn)).andExpect(status().isOk());
            mvc.perform(get("/api/v1/deal-types/" + id + "/versions/1").with(bearer))
                    .andExpect(status().isOk());
            mvc.perform(get("/deal-types/" + id + "/versions/7").with(signedIn)).andExpect(status().isNotFound());
            mvc.perform(get("/api/v1/deal-types/" + id + "/versions/7").with(bearer))
                    .andExpect(status().isNotFound());
        }
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

    @Test
    void filesOfAnInstructionComeWithTheFormAreReadWithTheWorkAndGoAlongToTheNextVersion() throws Exception {
        var type = deals.manual();
        var page = "/settings/deal-types/" + type.id() + "/steps/1";
        mvc.perform(multipart(page)
                        .file(file("how-to.txt"))
                        .param("version", "1")
                        .param("rows", "0")
                        .param("events", "0")
                        .param("action", "addFile")
                        .param("instruction", "Read the file")
                        .with(signedIn))
                .andExpect(content().string(containsString("how-to.txt")))
                .andExpect(content().string(containsString("Read the file")));
        assertThat(jdbc.sql("select count(*) from attachment")
                        .query(Integer.class)
                        .single())
                .isZero();
        var token =
                jdbc.sql("select token from received_file").query(String.class).single();
        mvc.perform(multipart(page)
                        .file(file("second.txt"))
                        .param("version", "1")
                        .param("rows", "0")
                        .param("events", "1")
                        .param("event-0-kind", "task")
                        .param("event-0-title", "")
                        .param("event-0-due", "soon")
                        .param("file", token)
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("how-to.txt")))
                .andExpect(content().string(containsString("second.txt")))
                .andExpect(content().string(containsString("href=\"#f-event-0-title\"")))
                .andExpect(content().string(containsString("href=\"#f-event-0-due\"")));
        mvc.perform(multipart(page)
                        .param("version", "1")
                        .param("rows", "0")
                        .param("events", "0")
                        .param("file", token)
                        .with(signedIn))
                .andExpect(redirectedUrl("/settings/deal-types/" + type.id()));

        var rep = world.user(Role.SALES_REP);
        var deal = deals.open(rep);
        var reads = world.signedInAs(rep.person());
        mvc.perform(get("/process/instructions/deal/" + deal + "/card").with(reads))
                .andExpect(content().string(containsString("1 file")));
        assertThat(readers()).isEmpty();
        mvc.perform(get("/process/instructions/deal/" + deal).with(reads))
                .andExpect(content().string(containsString("how-to.txt")));
        assertThat(readers()).containsExactly("2 sales rep");
        var file = jdbc.sql("select id from attachment").query(Long.class).single();
        mvc.perform(get("/files/" + file).with(reads)).andExpect(status().isOk());
        mvc.perform(post("/files/" + file + "/archive").with(reads)).andExpect(status().isForbidden());
        mvc.perform(get("/process/instructions/deal/" + deal).with(world.signedInAs(Role.SALES_REP)))
                .andExpect(status().isForbidden());
        mvc.perform(get(page).with(signedIn)).andExpect(content().string(containsString("sales rep")));
        mvc.perform(post("/settings/deal-types/" + type.id() + "/steps/2")
                        .param("version", "2")
                        .param("rows", "0")
                        .param("events", "0")
                        .param("instruction", "Other")
                        .with(signedIn))
                .andExpect(redirectedUrl("/settings/deal-types/" + type.id()));
        mvc.perform(get("/api/v1/deal-types/" + type.id() + "/versions/3").with(bearer))
                .andExpect(jsonPath("$.steps[0].files[0].name").value("how-to.txt"))
                .andExpect(jsonPath("$.steps[0].files[0].content").value("/api/v1/files/" + file + "/content"));
    }

    @Test
    void theFormAddsAndTakesOutEventsWithoutSaving() throws Exception {
        var page = "/settings/deal-types/" + deals.manual().id() + "/steps/1";

        mvc.perform(post(page)
                        .param("version", "1")
                        .param("rows", "0")
                        .param("events", "1")
                        .param("event-0-title", "Kept")
                        .param("event-0-kind", "call")
                        .param("event-0-due", "soon")
                        .param("event-0-unit", "hours")
                        .param("action", "addEvent")
                        .param("add", "check")
                        .with(signedIn))
                .andExpect(content().string(not(containsString("name=\"kind-0\""))))
                .andExpect(content().string(containsString("value=\"Kept\"")))
                .andExpect(content().string(containsString("value=\"soon\"")))
                .andExpect(content().string(containsString("name=\"event-1-title\"")));
        mvc.perform(post(page)
                        .param("version", "1")
                        .param("rows", "0")
                        .param("events", "1")
                        .param("event-0-title", "Gone")
                        .param("action", "removeEvent-0")
                        .with(signedIn))
                .andExpect(content().string(not(containsString("Gone"))));
        assertThat(deals.manual().stepsVersion()).isEqualTo(1);
        mvc.perform(post(page)
                        .param("version", "1")
                        .param("rows", "0")
                        .param("events", "1")
                        .param("event-0-title", "Ring")
                        .param("event-0-kind", "call")
                        .param("event-0-due", "3")
                        .param("event-0-unit", "hours")
                        .param("event-0-addressee", "customer")
                        .with(signedIn))
                .andExpect(
                        redirectedUrl("/settings/deal-types/" + deals.manual().id()));
        assertThat(deals.manual().planning()).isTrue();
        mvc.perform(get("/settings/deal-types/" + deals.manual().id()).with(signedIn))
                .andExpect(content().string(containsString("1 event")));
        mvc.perform(get(page).with(signedIn)).andExpect(content().string(containsString("value=\"Ring\"")));
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

    private List<String> readers() {
        return jdbc.sql(
                        "select r.steps_version || ' ' || p.name from instruction_read r join person p on p.id = r.person_id")
                .query(String.class)
                .list();
    }

    private static MockMultipartFile file(String name) {
        return new MockMultipartFile("newFile", name, "text/plain", ("How: " + name).getBytes(StandardCharsets.UTF_8));
    }
}
