package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.users.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A route on its pages: downloaded, changed, uploaded as the next version, and settled by its steps. */
@LijevakTest
class RoutePagesTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateDeal create;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
        jdbc.sql("delete from step_requirement").update();
    }

    @Test
    void isDownloadedChangedAndUploadedOnItsPages() throws Exception {
        var id = automatic().id();
        begin("10.00");
        var file = mvc.perform(get("/deal-types/" + id + "/route.bpmn").with(signedIn))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        mvc.perform(multipart("/deal-types/" + id + "/route")
                        .file(new MockMultipartFile("file", "x.bpmn", "application/xml", file))
                        .param("version", "1")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deal-types/" + id + "/map"));
        mvc.perform(get("/deal-types/" + id + "/map").with(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("From version 1 to version 2")));
        mvc.perform(multipart("/deal-types/" + id + "/route")
                        .file(new MockMultipartFile("file", "x.bpmn", "application/xml", "<a/>".getBytes()))
                        .param("version", "2")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/deal-types/" + id + "/migrations").param("from", "1").with(signedIn))
                .andExpect(redirectedUrl("/deal-types/" + id + "/map"));
        agree();
    }

    @Test
    void settlesWhatAStepSaysAsTheNextVersion() throws Exception {
        var page = "/settings/deal-types/" + automatic().id() + "/steps/"
                + automatic().steps().getFirst().stage();

        mvc.perform(get(page).with(signedIn)).andExpect(status().isOk());
        mvc.perform(post(page)
                        .param("version", "1")
                        .param("rows", "0")
                        .param("action", "add")
                        .param("add", "check")
                        .with(signedIn))
                .andExpect(content().string(containsString("requirement-0-items")));
        mvc.perform(post(page)
                        .param("version", "1")
                        .param("rows", "1")
                        .param("kind-0", "check")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(page)
                        .param("version", "1")
                        .param("rows", "1")
                        .param("kind-0", "check")
                        .param("requirement-0-items", "Budget\nNeed")
                        .param("addressee", "role:ACCOUNTANT")
                        .param("instruction", "Ask first")
                        .with(signedIn))
                .andExpect(redirectedUrl("/settings/deal-types/" + automatic().id()));

        assertThat(jdbc.sql("select steps_version || kind from step_requirement")
                        .query(String.class)
                        .list())
                .containsExactly("2check");
        assertThat(jdbc.sql(
                                "select addressee from deal_type_step where steps_version = 2 and position = 1 and addressee is not null")
                        .query(String.class)
                        .list())
                .containsExactly("role:ACCOUNTANT");
        mvc.perform(get("/settings/deal-types/" + automatic().id() + "?edit=steps")
                        .with(signedIn))
                .andExpect(content().string(containsString("1 requirement")));
    }

    private DealType automatic() {
        return deals.type(DealMode.AUTOMATIC);
    }

    private DealId begin(String amount) {
        return create.with(new NewDeal(automatic().id(), null, admin.id(), deals.terms("Press", amount)), admin);
    }

    private long stage(DealId deal) {
        return jdbc.sql("select stage_id from deal where id = :id")
                .param("id", deal.value())
                .query(Long.class)
                .single();
    }

    private void agree() {
        assertThat(ProcessInvariants.broken(jdbc)).isEmpty();
        assertThat(new LedgerInvariants(jdbc).broken()).isEmpty();
    }
}
