package io.lijevak.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.DealWorld;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.process.AddRecordProcess;
import io.lijevak.process.RecordProcessDraft;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.SettleRecordProcess;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An administrator adds further processes that complaints may follow, says which one is usual, and takes them out of use. */
@LijevakTest
class ComplaintProcessesTests {
    private static final String SHIPPED = "complaint-handling";
    private static final String QUICK = "process-1";

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ComplaintWorld given;

    @Autowired
    AddRecordProcess add;

    @Autowired
    SettleRecordProcess settle;

    @Autowired
    RecordProcesses processes;

    @Autowired
    ReceiveComplaint receive;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintHandling handling;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

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
    void aSecondProcessIsDrawnAsALineOfStepsAndLeadsAComplaint() throws Exception {
        var sent = send(post("/settings/processes")
                .param("name", "Quick answer")
                .param("about", "complaint")
                .param("useAllowed", "true")
                .param("listed", "true")
                .param("steps", "Call back\r\n\r\n Write it down "));
        var form = reader.page("/complaints/new", ana.person());
        send(post("/complaints")
                .param("customer", mill.toString())
                .param("subject", "Late van")
                .param("channel", "PHONE")
                .param("process", QUICK));

        assertThat(sent.getRedirectedUrl()).isEqualTo("/processes/process-1/map");
        assertThat(reader.page("/processes/process-1/map", ana.person()))
                .contains("Call back", "Write it down", "Done");
        assertThat(reader.page("/settings/deal-types", ana.person()))
                .contains("Quick answer", "/settings/processes/process-1");
        assertThat(form).contains("Quick answer").contains("value=\"complaint-handling\" selected");
        var id = new ComplaintId(1);
        given.complete(id, Map.of(), ana);
        given.complete(id, Map.of(), ana);
        assertThat(complaints.require(id, ana).course().endedAs()).isEqualTo("Done");
    }

    @Test
    void refusesAtTheFieldsAndKeepsWhatWasTyped() throws Exception {
        var refused = send(post("/settings/processes")
                .param("name", " ")
                .param("useAllowed", "true")
                .param("listed", "true")
                .param("steps", "Call\nCall"));
        add("Quick answer", false, List.of("Call"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("“Call” stands twice.", "Call\nCall", "f-steps-e", "f-name-e");
        refuses(() -> add("Quick answer", false, List.of("Call")), "process.error.process.taken");
        refuses(() -> add(" ", false, List.of("Call")), "process.error.name.missing");
        refuses(() -> add("Empty", false, List.of(" ")), "process.error.route.noPoint");
        refuses(
                () -> add.from(new RecordProcessDraft("Of deals", true, false, List.of("Call")), "deal", null, ana),
                "about");
        refuses(() -> add.from(new RecordProcessDraft("Copy", true, false, null), null, "no-such", ana), "copy");
    }

    @Test
    void newComplaintsFollowTheDefaultAndNoneThatIsOutOfUse() {
        var quick = add("Quick answer", true, List.of("Call back"));
        var byDefault = given.received(mill, "Leak", ana);

        assertThat(given.waits(byDefault)).containsExactly("step_1_1");
        assertThat(processes.require(SHIPPED).byDefault()).isFalse();
        settle.to(SHIPPED, 2, new RecordProcessDraft("Rješavanje", false, false, null), ana);
        refuses(() -> follow(SHIPPED), "process");
        refuses(() -> follow("no-such"), "process");
        assertThat(given.waits(follow(quick))).containsExactly("step_1_1");
    }

    @Test
    void oneProcessStaysTheDefault() {
        var usual = processes.require(SHIPPED);

        refuses(() -> to(usual.revision(), true, false), "process.error.process.byDefault");
        refuses(() -> to(usual.revision(), false, true), "process.error.process.unused");
        assertThatThrownBy(() -> to(usual.revision() + 1, true, true)).isInstanceOf(StaleVersion.class);
        assertThat(processes.allowed("complaint")).containsExactly(usual);
    }

    @Test
    void otherStepsAreTheNextVersionThatKeepsWhatItsPointsSay() throws Exception {
        var quick = add("Quick answer", false, List.of("Call back", "Write"));
        var running = follow(quick);
        send(post("/processes/process-1/points/step_1_1")
                .param("version", "1")
                .param("name", "Call back")
                .param("addressee", "customer")
                .param("normDays", "3"));

        var draft = new RecordProcessDraft("Quick answer", true, false, List.of("Look", "Call back"));
        settle.to(quick, 1, draft, ana);
        settle.to(quick, 2, draft, ana);

        assertThat(processes.require(quick).version()).isEqualTo(3);
        assertThat(given.waits(running)).containsExactly("step_1_1");
        assertThat(given.waits(follow(quick))).containsExactly("step_3_1");
        assertThat(reader.page("/processes/process-1/points/step_1_1", ana.person()))
                .contains("value=\"3\"");
    }

    @Test
    void aCopyBeginsWithTheRouteOfAnotherAndIsDrawnNotListed() throws Exception {
        var copy = add.from(new RecordProcessDraft("Export", true, false, null), "complaint", SHIPPED, ana);
        var id = follow(copy);

        assertThat(given.waits(id)).containsExactly("receive");
        assertThat(reader.page("/settings/processes/" + copy, ana.person()))
                .contains("draw it anew")
                .doesNotContain("name=\"steps\"");
        refuses(
                () -> settle.to(copy, 1, new RecordProcessDraft("Export", true, false, List.of("One")), ana),
                "process.error.process.drawn");
    }

    @Test
    void programsAddReadAndChangeProcesses() throws Exception {
        ask("/api/v1/record-processes")
                .andExpect(jsonPath("$.items[0].key").value(SHIPPED))
                .andExpect(jsonPath("$.items[0].byDefault").value(true))
                .andExpect(jsonPath("$.items[0].steps").doesNotExist());
        write(post("/api/v1/record-processes"), "{\"name\": \"Quick\", \"steps\": [\"Call\"]}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.about").value("complaint"))
                .andExpect(jsonPath("$.steps[0]").value("Call"));
        write(put("/api/v1/record-processes/" + QUICK), "{\"version\": 1, \"name\": \"Fast\", \"byDefault\": true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Fast"))
                .andExpect(jsonPath("$.routeVersion").value(1))
                .andExpect(jsonPath("$.version").value(2));
        write(put("/api/v1/record-processes/" + QUICK), "{\"version\": 1, \"name\": \"Old\", \"byDefault\": true}")
                .andExpect(status().isConflict());
        var bpmn = mvc.perform(get("/api/v1/record-processes/" + SHIPPED + "/route.bpmn")
                        .with(world.bearer(ana.person())))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        mvc.perform(post("/api/v1/record-processes/" + QUICK + "/route?version=1")
                        .contentType(MediaType.APPLICATION_XML)
                        .content(bpmn)
                        .with(world.bearer(ana.person())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.routeVersion").value(2));
    }

    @Test
    void sellersMayNeitherAddNorChange() throws Exception {
        var seller = world.bearer(world.person("Seller", Role.SALES_REP));

        mvc.perform(post("/api/v1/record-processes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Mine\", \"steps\": [\"Call\"]}")
                        .with(seller))
                .andExpect(status().isForbidden());
        mvc.perform(put("/api/v1/record-processes/" + SHIPPED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": 1, \"name\": \"Mine\"}")
                        .with(seller))
                .andExpect(status().isForbidden());
    }

    @Test
    void aCompanyOfAnOlderVersionGetsTheShippedProcessAtTheNextStartAndKeepsItsOwn() {
        jdbc.sql("delete from route where process = :key").param("key", SHIPPED).update();
        jdbc.sql("delete from record_process").update();

        handling.onStart();
        handling.onStart();

        var laid = processes.require(SHIPPED);
        assertThat(laid.byDefault()).isTrue();
        assertThat(laid.version()).isEqualTo(1);
        assertThat(given.waits(given.received(mill, "Leak", ana))).containsExactly("receive");

        settle.to(SHIPPED, 1, new RecordProcessDraft("Ours", true, true, null), ana);
        handling.onStart();
        assertThat(processes.all()).extracting(each -> each.name()).containsExactly("Ours");
    }

    private String add(String name, boolean byDefault, List<String> steps) {
        return add.from(new RecordProcessDraft(name, true, byDefault, steps), "complaint", null, ana);
    }

    private void to(int revision, boolean useAllowed, boolean byDefault) {
        settle.to(SHIPPED, revision, new RecordProcessDraft("Rješavanje", useAllowed, byDefault, null), ana);
    }

    private ComplaintId follow(@Nullable String process) {
        return receive.with(ComplaintWorld.fields(mill, "Leak", ana.id()), process, ana);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String with) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class).hasMessageContaining(with);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(world.signedInAs(ana.person())))
                .andReturn()
                .getResponse();
    }

    private ResultActions ask(String path) throws Exception {
        return mvc.perform(get(path).with(world.bearer(ana.person())));
    }

    private ResultActions write(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(
                request.contentType(MediaType.APPLICATION_JSON).content(body).with(world.bearer(ana.person())));
    }
}
