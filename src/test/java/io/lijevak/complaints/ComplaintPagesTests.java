package io.lijevak.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.lijevak.LijevakTest;
import io.lijevak.SignedIn;
import io.lijevak.World;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@LijevakTest
class ComplaintPagesTests {
    private static final String MAP = "/processes/complaint-handling";

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
    private SignedIn browser;
    private CustomerId mill;

    @BeforeEach
    void begin() {
        ana = deals.found();
        mill = given.customer("Uljara", ana);
        browser = new SignedIn(mvc, world.signedInAs(ana.person()));
    }

    @Test
    void anEmptyListSaysHowToBegin() throws Exception {
        assertThat(browser.page(get("/complaints"))).contains("There are no complaints.", "/complaints/new");
        assertThat(browser.page(get("/complaints").param("q", "pump"))).contains("No complaint matches these filters.");
    }

    @Test
    void aComplaintIsReceivedFromTheCustomersPageAndFoundEverywhere() throws Exception {
        jdbc.sql("insert into contact_person (customer_id, name) values (:id, 'Branka Lukež')")
                .param("id", mill.value())
                .update();
        var form = browser.page(get("/complaints/new").param("customer", mill.toString()));
        var sent = browser.send(post("/complaints")
                .param("customer", mill.toString())
                .param("contact", "1")
                .param("subject", "Leaking pump")
                .param("description", "Since Monday")
                .param("channel", "EMAIL")
                .param("urgency", "HIGH")
                .param("responsible", ana.person().toString()));

        assertThat(form).contains("Uljara", "Branka Lukež");
        assertThat(sent.getRedirectedUrl()).isEqualTo("/complaints/1");
        assertThat(browser.page(get("/complaints/1")))
                .contains("Leaking pump", "Since Monday", "Branka Lukež", "Urgent", "/process/runs/complaint/1")
                .contains("/process/points/1", "/files/of/complaint/1")
                .doesNotContain("??");
        assertThat(browser.page(get("/complaints"))).contains("Leaking pump", "Zaprimiti i potvrditi");
        assertThat(browser.page(get("/complaints/of-customer/" + mill))).contains("Leaking pump");
        assertThat(browser.page(get("/customers/" + mill))).contains("Complaint received", "/complaints/1");
        assertThat(browser.page(get("/tasks"))).contains("Zaprimiti i potvrditi", "Leaking pump");
        assertThat(browser.page(get("/tasks/1"))).contains("/complaints/1", "Leaking pump");
        assertThat(browser.page(get("/palette").param("q", "leaking"))).contains("/complaints/1");
        assertThat(browser.page(get("/process/runs/complaint/1"))).contains("Ispitati", "Opravdana?", "route-map");
    }

    @Test
    void losesNothingThatWasTypedWhenItIsRefused() throws Exception {
        var refused = browser.send(post("/complaints")
                .param("customer__text", "Ulja")
                .param("subject", "Leaking pump")
                .param("description", "Since Monday")
                .param("channel", "EMAIL")
                .param("receivedAt", "2199-01-01T10:00"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused))
                .contains("Leaking pump", "Since Monday", "2199-01-01T10:00", "f-customer-e", "value=\"Ulja\"");
    }

    @Test
    void theSecondEditorSeesBothValues() throws Exception {
        given.received(mill, "Leaking pump", ana);
        var edit = post("/complaints/1/edit")
                .param("version", "1")
                .param("customer", mill.toString())
                .param("channel", "PHONE");
        browser.send(post("/complaints/1/edit")
                .param("version", "1")
                .param("customer", mill.toString())
                .param("channel", "PHONE")
                .param("subject", "Theirs")
                .param("responsible", ana.person().toString()));

        var stale = browser.send(edit.param("subject", "Mine"));

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(SignedIn.text(stale))
                .contains("Mine", "Meanwhile it was changed to: Theirs", "name=\"version\" value=\"2\"");
    }

    @Test
    void theFormOfTheDecisionAsksWhatTheWayTurnsOnAndKeepsWhatWasTyped() throws Exception {
        var id = given.toBeDecided(mill, ana);
        var point = "/process/points/" + given.open(id).getFirst().id();

        var asked = browser.page(get(point));
        var refused = browser.send(post(point + "/completion").param("reasons", "Bad seal"));
        var done = browser.send(post(point + "/completion")
                .param("finding", "justified")
                .param("reasons", "Bad seal")
                .param("compensation", "New pump"));

        assertThat(asked).contains("name=\"finding\"", "name=\"reasons\"", "Pročitajte što je utvrđeno");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("Bad seal", "f-finding-e");
        assertThat(done.getRedirectedUrl()).isEqualTo("/complaints/" + id);
        assertThat(browser.page(get("/complaints/" + id))).contains("Justified", "Bad seal", "New pump");
    }

    @Test
    void endsByWithdrawalAndIsTakenUpAgain() throws Exception {
        given.received(mill, "Leaking pump", ana);

        var refused = browser.send(post("/complaints/1/withdrawal"));
        var ended = browser.send(post("/complaints/1/withdrawal").param("reason", "Found it themselves"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("f-reason-e");
        assertThat(ended.getRedirectedUrl()).isEqualTo("/complaints/1");
        assertThat(browser.page(get("/complaints/1"))).contains("Withdrawn", "Found it themselves", "/reopening");
        assertThat(browser.send(post("/complaints/1/withdrawal").param("reason", "Again"))
                        .getStatus())
                .isEqualTo(409);
        browser.send(post("/complaints/1/reopening"));
        assertThat(browser.page(get("/complaints/1"))).contains("/withdrawal");
    }

    @Test
    void whoHasAPointButNotTheComplaintCompletesItAndSeesNothingElse() throws Exception {
        var accountant = world.user(world.person("Vesna", Role.TELEMARKETER));
        var id = given.received(mill, "Leaking pump", ana);
        var point = given.open(id).getFirst().id();
        jdbc.sql("update process_point set executor_id = :id")
                .param("id", accountant.id())
                .update();

        var asVesna = world.signedInAs(accountant.person());

        assertThat(mvc.perform(get("/complaints/" + id).with(asVesna))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(mvc.perform(get("/process/points/" + point).with(asVesna))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(mvc.perform(post("/process/points/" + point + "/completion").with(asVesna))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(given.waits(id)).containsExactly("investigate");
    }

    @Test
    void exportsWhatTheListShows() throws Exception {
        given.received(mill, "Leaking pump", ana);

        var csv = browser.send(get("/complaints/export.csv").param("state", "open"));

        assertThat(csv.getContentAsString(StandardCharsets.UTF_8)).contains("Leaking pump", "Uljara");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'complaints.exported'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theMapCountsWhatWaitsAndWritesTheNextVersion() throws Exception {
        given.received(mill, "Leaking pump", ana);

        assertThat(browser.page(get("/settings/deal-types"))).contains(MAP + "/map");
        assertThat(browser.page(get(MAP + "/map")))
                .contains("Rješavanje reklamacija", "Odlučiti", MAP + "/points/decide");
        var form = browser.page(get(MAP + "/points/investigate"));
        var refused = browser.send(post(MAP + "/points/investigate")
                .param("version", "1")
                .param("name", " ")
                .param("normDays", "0"));
        var changed = browser.send(post(MAP + "/points/investigate")
                .param("version", "1")
                .param("name", "Look into it")
                .param("addressee", "role:HEAD_OF_SALES")
                .param("normDays", "3")
                .param("instruction", "Ask everybody"));
        var stale =
                browser.send(post(MAP + "/points/decide").param("version", "1").param("name", "Settle"));

        assertThat(form).contains("value=\"5\"", "Utvrdite što se dogodilo");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused)).contains("f-name-e", "f-normDays-e");
        assertThat(changed.getRedirectedUrl()).isEqualTo(MAP + "/map");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(browser.page(get(MAP + "/map"))).contains("Look into it", MAP + "/migrations");
        var next = given.received(mill, "Noise", ana);
        given.complete(next, Map.of(), ana);
        assertThat(given.open(next).getFirst().name()).isEqualTo("Look into it");
        assertThat(browser.page(
                        get("/process/points/" + given.open(next).getFirst().id())))
                .contains("Ask everybody");
    }

    @Test
    void theRouteComesAndGoesAsBpmnAndWhatRunsIsCarriedOver() throws Exception {
        var id = given.received(mill, "Leaking pump", ana);
        var point = given.open(id).getFirst();
        var file = browser.send(get(MAP + "/route.bpmn")).getContentAsString(StandardCharsets.UTF_8);

        var changed = file.replace("id=\"receive\"", "id=\"welcome\"")
                .replace("\"receive\"", "\"welcome\"")
                .replace("bpmnElement=\"receive\"", "bpmnElement=\"welcome\"");
        var uploaded = upload(changed, "1");
        var unknown = upload(file.replace("userTask", "scriptTask"), "2");
        var unmapped = browser.send(post(MAP + "/migrations").param("from", "1"));
        var carried = browser.send(post(MAP + "/migrations").param("from", "1").param("point-receive", "welcome"));

        assertThat(file).contains("lijevak:normDays=\"5\"", "<documentation>", "finding = 'justified'");
        assertThat(uploaded.getRedirectedUrl()).isEqualTo(MAP + "/map");
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(unmapped.getStatus()).isEqualTo(422);
        assertThat(carried.getRedirectedUrl()).isEqualTo(MAP + "/map");
        assertThat(given.waits(id)).containsExactly("welcome");
        assertThat(given.open(id).getFirst().dueAt()).isEqualTo(point.dueAt());
        given.complete(id, Map.of(), ana);
        assertThat(given.waits(id)).containsExactly("investigate");
    }

    private MockHttpServletResponse upload(String file, String version) throws Exception {
        var part =
                new MockMultipartFile("file", "route.bpmn", "application/xml", file.getBytes(StandardCharsets.UTF_8));
        return browser.send(multipart(MAP + "/route").file(part).param("version", version));
    }
}
