package io.lijevak.tasks;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What nobody should ask of steps and tasks is refused in words, on the page and in the API. */
@LijevakTest
class BadStepsTests {
    private static final String FRAME = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:l="urn:lijevak:route"><process id="p">
            <startEvent id="s"/><userTask id="one" name="Check" l:stage="1"/><exclusiveGateway id="x" name="Enough?"/>
            <userTask id="two" name="Meeting" l:stage="2"/><endEvent id="won" name="Won"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="one"/><sequenceFlow id="f2" sourceRef="one" targetRef="x"/>
            %s</process></definitions>""";

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
    private RequestPostProcessor bearer;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
        bearer = world.bearer(admin.person());
        jdbc.sql("delete from step_requirement").update();
    }

    @Test
    void aStageThatIsAStepIsNotRetiredAndTheTypesAreNamed() throws Exception {
        var type = deals.manual().name();

        mvc.perform(post("/settings/stages/1/retirement")
                        .param("retired", "true")
                        .with(signedIn))
                .andExpect(flash().attribute("refusal", containsString(type)));
        send(post("/api/v1/stages/1/retirement"), "{}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString(type)));
        send(post("/api/v1/stages"), "{\"name\": \"Spare\"}").andExpect(status().isCreated());
        send(post("/api/v1/stages/10/retirement"), "{}")
                .andExpect(jsonPath("$.retired").value(true));
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete(
                                "/api/v1/stages/10/retirement")
                        .with(bearer))
                .andExpect(jsonPath("$.retired").value(false));
    }

    @Test
    void aStageWithOpenDealsIsNotTakenOutAndTheirNumberIsTold() throws Exception {
        deals.open(admin);
        var type = deals.manual();

        mvc.perform(post("/settings/deal-types/" + type.id())
                        .param("version", "1")
                        .param("name", type.name())
                        .param("mode", "manual")
                        .param("row", "2")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("1 open deal stands")));
        send(
                        put("/api/v1/deal-types/" + type.id()),
                        "{\"version\": 1, \"name\": \"x\", \"mode\": \"manual\", \"steps\": [{\"stage\": 2}]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("steps"))
                .andExpect(jsonPath("$.errors[0].message", containsString("1 open deal stands")));
    }

    @Test
    void aRoleWithNobodyInItGivesTheTaskToTheHeadWhoSeesWhy() throws Exception {
        var type = automatic();
        send(
                        put("/api/v1/deal-types/" + type.id() + "/steps/1"),
                        "{\"version\": 1, \"addressee\": \"role:ACCOUNTANT\"}")
                .andExpect(status().isOk());
        begin();

        mvc.perform(get("/process/points/1").with(signedIn))
                .andExpect(content().string(containsString("nobody else was there")));
        mvc.perform(get("/tasks").with(signedIn)).andExpect(content().string(containsString("nobody had the role")));
        mvc.perform(get("/api/v1/tasks").with(bearer))
                .andExpect(jsonPath("$.items[0].fellToHead").value(true));
    }

    @Test
    void somebodyWhoseAccessEndedIsNeitherAddresseeNorExecutor() throws Exception {
        var gone = world.person("Gone", Role.SALES_REP);
        jdbc.sql("update person set deactivated_at = now() where id = :id")
                .param("id", gone.value())
                .update();
        var type = automatic();

        mvc.perform(post("/settings/deal-types/" + type.id() + "/steps/1")
                        .param("version", "1")
                        .param("rows", "0")
                        .param("addressee", "person:" + gone)
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#f-addressee\"")));
        send(
                        put("/api/v1/deal-types/" + type.id() + "/steps/1"),
                        "{\"version\": 1, \"addressee\": \"person:" + gone + "\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("addressee"));
        send(post("/api/v1/tasks"), "{\"title\": \"Ring\", \"executor\": " + gone + "}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("executor"));
    }

    @Test
    void aDeadlineInThePastIsAskedAbout() throws Exception {
        send(post("/api/v1/tasks"), "{\"title\": \"Ring\", \"due\": \"2020-01-01\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("due"));
        send(post("/api/v1/tasks"), "{\"title\": \"Ring\", \"due\": \"2020-01-01\", \"acceptPast\": true}")
                .andExpect(status().isCreated());
    }

    @Test
    void aPointThatIsDoneIsNotCompletedAgain() throws Exception {
        begin();
        send(post("/api/v1/tasks/1/completion"), "{}").andExpect(status().isOk());

        mvc.perform(multipart("/process/points/1/completion").with(signedIn)).andExpect(status().isConflict());
        send(post("/api/v1/tasks/1/completion"), "{}").andExpect(status().isConflict());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a circle      | runs in a circle    | <sequenceFlow id="f3" sourceRef="x" targetRef="two"/><sequenceFlow id="f4" sourceRef="x" targetRef="won"><conditionExpression>amount &gt; 1</conditionExpression></sequenceFlow><sequenceFlow id="f5" sourceRef="two" targetRef="one"/>
            out of reach  | No way leads to     | <sequenceFlow id="f3" sourceRef="x" targetRef="won"/><sequenceFlow id="f5" sourceRef="two" targetRef="won"/>""")
    void aRouteThatCouldNotBeGoneIsRefused(String what, String words, String flows) throws Exception {
        var file = FRAME.formatted(flows).getBytes(StandardCharsets.UTF_8);
        var path = "/deal-types/" + automatic().id() + "/route";

        mvc.perform(multipart(path)
                        .file(new MockMultipartFile("file", "x.bpmn", "application/xml", file))
                        .param("version", "1")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(words)));
        mvc.perform(post("/api/v1" + path + "?version=1")
                        .contentType(MediaType.APPLICATION_XML)
                        .content(file)
                        .with(bearer))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("file"))
                .andExpect(jsonPath("$.errors[0].message", containsString(words)));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(
                request.contentType(MediaType.APPLICATION_JSON).content(body).with(bearer));
    }

    private void begin() {
        create.with(new NewDeal(automatic().id(), null, admin.id(), deals.terms("Press", "1000.00")), admin);
    }

    private DealType automatic() {
        return deals.type(DealMode.AUTOMATIC);
    }
}
