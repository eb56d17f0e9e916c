package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a step of a deal type says, written by its form: an instruction with its files, events. */
@LijevakTest
class StepFormTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private RequestPostProcessor signedIn;
    private RequestPostProcessor bearer;

    @BeforeEach
    void found() {
        var admin = deals.found();
        signedIn = world.signedInAs(admin.person());
        bearer = world.bearer(admin.person());
        jdbc.sql("delete from step_requirement").update();
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
