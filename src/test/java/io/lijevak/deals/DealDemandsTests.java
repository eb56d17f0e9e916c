package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
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
import io.lijevak.files.Attachments;
import io.lijevak.files.FileSubject;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a stage demands is asked where a deal is moved or won: on its page, on the board, over the API. */
@LijevakTest
class DealDemandsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;
    private DealId deal;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
        jdbc.sql("truncate step_requirement restart identity").update();
        demand("field", "{\"field\": \"expectedClose\"}");
        demand("check", "{\"items\": \"Budget\\nAuthority\"}");
        deal = deals.open(admin);
    }

    @Test
    void theDialogOfAMoveAsksAtOnceAndOfAWayBackAsksNothing() throws Exception {
        mvc.perform(get(moves() + "/new?stage=" + deals.stage(2)).with(signedIn))
                .andExpect(content()
                        .string(allOf(containsString("name=\"field-1\""), containsString("name=\"check-2-1\""))))
                .andExpect(content().string(containsString("name=\"overrideReason\"")));

        var ahead = deals.open(admin, deals.stage(2), "1.00");
        mvc.perform(get("/deals/" + ahead + "/moves/new?stage=" + deals.stage(1))
                        .with(signedIn))
                .andExpect(content().string(not(containsString("name=\"field-1\""))));
    }

    @Test
    void aMoveOnTheBoardAsksKeepsWhatWasTypedAndReturnsToTheBoard() throws Exception {
        move("24.12.2026.", null)
                .andExpect(status().is(422))
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"dialog-part\""),
                                containsString("24.12.2026."),
                                containsString("value=\"/deals/board\""),
                                containsString("name=\"check-2-1\""))));
        assertThat(deals.visits(deal)).containsExactly("1 1 OPEN");

        move("24.12.2026.", "true").andExpect(redirectedUrl("/deals/board"));
        assertThat(deals.visits(deal)).containsExactly("1 1 ADVANCED", "2 2 OPEN");
    }

    @Test
    void aFileComesWithTheMoveAndIsKeptWhenTheRestIsRefused() throws Exception {
        jdbc.sql("delete from step_requirement where kind = 'check'").update();
        demand("file", "{\"of\": \"offer\"}");
        var offer = new MockMultipartFile("file-3", "Ponuda.pdf", null, "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        var asked = mvc.perform(multipart(moves())
                        .file(offer)
                        .param("stage", deals.stage(2).toString())
                        .param("back", "/deals/board")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var token = asked.replaceAll("(?s).*type=\"hidden\" name=\"file-3\" value=\"([^\"]+)\".*", "$1");
        assertThat(asked).contains("multipart/form-data").contains("name=\"field-1\"");

        mvc.perform(post(moves())
                        .param("stage", deals.stage(2).toString())
                        .param("field-1", "24.12.2026.")
                        .param("file-3", token)
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));

        assertThat(attachments.of(new FileSubject("deal", deal.value()))).hasSize(1);
    }

    @Test
    void aWinAsksForWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
        var path = "/deals/" + deal + "/closure/won";
        mvc.perform(get(path).with(signedIn)).andExpect(content().string(containsString("name=\"field-1\"")));
        mvc.perform(post(path)
                        .param("amount", "900,00")
                        .param("note", "At the fair")
                        .param("field-1", "24.12.2026.")
                        .param("check-2-0", "true")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content()
                        .string(allOf(
                                containsString("At the fair"),
                                containsString("900,00"),
                                containsString("24.12.2026."))));

        mvc.perform(post(path)
                        .param("field-1", "24.12.2026.")
                        .param("check-2-0", "true")
                        .param("check-2-1", "true")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));
        assertThat(deals.visits(deal)).containsExactly("1 1 WON");
    }

    @Test
    void aWinGoesOnWithoutForAReasonButNotByARep() throws Exception {
        var rep = world.user(Role.SALES_REP);
        var theirs = deals.open(rep);
        var asRep = world.signedInAs(rep.person());
        mvc.perform(get("/deals/" + theirs + "/closure/won").with(asRep))
                .andExpect(content().string(not(containsString("overrideReason"))));
        mvc.perform(overridden(theirs).with(asRep)).andExpect(status().isForbidden());

        mvc.perform(overridden(deal).with(signedIn)).andExpect(redirectedUrl("/deals/" + deal));

        assertThat(jdbc.sql("select count(*) from requirement_override where reason = 'Known for years'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aWinAsksByThePresentStepsAsAMoveDoes() throws Exception {
        jdbc.sql("update deal_type set steps_version = 2 where id = :type")
                .param("type", deals.manual().id().value())
                .update();
        jdbc.sql("""
                insert into deal_type_step (deal_type_id, steps_version, position, stage_id)
                select deal_type_id, 2, position, stage_id from deal_type_step
                where deal_type_id = :type and steps_version = 1""").param("type", deals.manual().id().value()).update();

        mvc.perform(post("/deals/" + deal + "/closure/won").with(signedIn)).andExpect(redirectedUrl("/deals/" + deal));
    }

    @Test
    void programsReadWhatIsMissingAndAnswerItWithTheMove() throws Exception {
        var api = "/api/v1/deals/" + deal;
        send(get(api + "/requirements"), "")
                .andExpect(jsonPath("$.items[*].kind").value(contains("field", "check")))
                .andExpect(jsonPath("$.items[1].inputs[*].name").value(contains("check-2-0", "check-2-1")))
                .andExpect(jsonPath("$.items[0].inputs[0].type").value("date"));
        send(post(api + "/moves"), "{\"stage\": %s}".formatted(deals.stage(2)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].field").value(contains("field-1", "check-2-0")));
        send(post(api + "/moves"), """
                {"stage": %s, "answers": {"field-1": "2026-12-24", "check-2-0": "true", "check-2-1": "true"}}""".formatted(deals.stage(2)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage.id").value(deals.stage(2).value()));
        send(get(api + "/requirements"), "").andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void programsAnswerWithAWinOrGoOnWithout() throws Exception {
        var api = "/api/v1/deals/" + deal + "/closure";
        send(post(api), "{\"outcome\": \"won\", \"answers\": {\"check-2-0\": \"true\", \"field-1\": null}}")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[*].field").value(contains("field-1", "check-2-1")));
        send(post(api), "{\"outcome\": \"won\", \"overrideReason\": \"Signed at the fair\"}")
                .andExpect(jsonPath("$.outcome").value("won"));
    }

    private ResultActions move(String expected, String second) throws Exception {
        var request = post(moves())
                .param("stage", deals.stage(2).toString())
                .param("from", deals.stage(1).toString())
                .param("back", "/deals/board")
                .param("field-1", expected)
                .param("check-2-0", "true");
        return mvc.perform((second == null ? request : request.param("check-2-1", second)).with(signedIn));
    }

    private static MockHttpServletRequestBuilder overridden(DealId deal) {
        return post("/deals/" + deal + "/closure/won")
                .param("override", "true")
                .param("overrideReason", "Known for years");
    }

    private String moves() {
        return "/deals/" + deal + "/moves";
    }

    private void demand(String kind, String settings) {
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, (select count(*) from step_requirement), :kind, cast(:settings as jsonb))""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(1).value())
                .param("kind", kind)
                .param("settings", settings)
                .update();
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String json) throws Exception {
        return mvc.perform(
                request.content(json).contentType(MediaType.APPLICATION_JSON).with(world.bearer(admin.person())));
    }
}
