package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The form of a point and the map of a run, as pages and as the API tells them. */
@LijevakTest
class ProcessPagesTests {
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
    private DealType type;
    private DealId deal;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
        jdbc.sql("truncate step_requirement restart identity").update();
        type = deals.type(DealMode.AUTOMATIC);
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, 1, 'field', '{"field": "expectedClose"}'),
                  (:type, 1, :stage, 2, 'check', '{"items": "Budget\\nAuthority"}')""")
                .param("type", type.id().value())
                .param("stage", type.steps().getFirst().stage().value())
                .update();
        jdbc.sql("update deal_type_step set instruction = 'Ask first.' where deal_type_id = :type and position = 1")
                .param("type", type.id().value())
                .update();
        deal = create.with(new NewDeal(type.id(), null, admin.id(), deals.terms("Press", "1000.00")), admin);
    }

    @Test
    void theFormNamesWhatIsMissingAndHowItIsDone() throws Exception {
        mvc.perform(get("/process/points/1").with(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ask first.")))
                .andExpect(content().string(containsString("2 of 2 requirements are missing")))
                .andExpect(content().string(containsString("name=\"check-2-0\"")));
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsStillMissingAndGoesOnWhenAllIsThere() throws Exception {
        mvc.perform(post("/process/points/1/completion")
                        .param("field-1", "24.12.2026.")
                        .param("check-2-0", "true")
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("24.12.2026.")));

        mvc.perform(post("/process/points/1/completion")
                        .param("field-1", "24.12.2026.")
                        .param("check-2-0", "true")
                        .param("check-2-1", "true")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));
        mvc.perform(post("/process/points/1/completion").with(signedIn)).andExpect(status().isConflict());
    }

    @Test
    void goesOnWithoutForAReason() throws Exception {
        mvc.perform(get("/process/points/1").with(signedIn)).andExpect(status().isOk());
        mvc.perform(post("/process/points/1/completion")
                        .param("override", "true")
                        .param("overrideReason", "Known for years")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));

        assertThat(jdbc.sql("select ending from process_point where id = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("OVERRIDDEN");

        assertThat(jdbc.sql("select count(*) from instruction_read where person_id = :id")
                        .param("id", admin.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void drawsTheMapAndListsTheSame() throws Exception {
        mvc.perform(get("/process/runs/deal/" + deal).with(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("0 passed, 1 now, 8 ahead")))
                .andExpect(content().string(containsString("href=\"/process/points/1\"")))
                .andExpect(content().string(containsString("aria-current=\"step\"")));
        mvc.perform(get("/deals/" + deal).with(signedIn))
                .andExpect(content().string(containsString("/process/runs/deal/" + deal)))
                .andExpect(content().string(not(containsString("/closure/won"))));
    }

    @Test
    void tellsTheMapByTheApi() throws Exception {
        mvc.perform(get("/api/v1/deals/" + deal + "/route-map").with(world.bearer(admin.person())))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.points.length()").value(9))
                .andExpect(jsonPath("$.points[0].state").value("current"))
                .andExpect(jsonPath("$.points[0].task").value(1))
                .andExpect(jsonPath("$.points[8].state").value("future"));
        var manual = deals.open(admin, deals.stage(2), "1");
        mvc.perform(get("/api/v1/deals/" + manual + "/route-map").with(world.bearer(admin.person())))
                .andExpect(jsonPath("$.points[1].state").value("current"));
    }

    @Test
    void keepsForeignProcessesFromARep() throws Exception {
        var rep = world.signedInAs(Role.SALES_REP);

        mvc.perform(get("/process/points/1").with(rep)).andExpect(status().isForbidden());
        mvc.perform(get("/process/runs/deal/" + deal).with(rep)).andExpect(status().isForbidden());
        mvc.perform(post("/process/points/1/completion").with(rep)).andExpect(status().isForbidden());
    }

    @Test
    void refusesAMoveByTheApiWithASentence() throws Exception {
        mvc.perform(post("/api/v1/deals/" + deal + "/moves")
                        .contentType("application/json")
                        .content("{\"stage\": " + type.steps().get(1).stage() + "}")
                        .with(world.bearer(admin.person())))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("process")));
    }

    @Test
    void sendsBackOnAPageOfItsOwn() throws Exception {
        jdbc.sql("delete from step_requirement").update();
        mvc.perform(post("/process/points/1/completion").with(signedIn));

        mvc.perform(get("/deals/" + deal + "/return").with(signedIn)).andExpect(status().isOk());
        mvc.perform(post("/deals/" + deal + "/return")
                        .param("stage", type.steps().getFirst().stage().toString())
                        .param("reason", "Wrong person")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));
        mvc.perform(post("/deals/" + deal + "/return").param("reason", "x").with(signedIn))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void asksForWhatAManualDealLacksWithTheMoveItself() throws Exception {
        jdbc.sql("""
                insert into step_requirement (deal_type_id, steps_version, stage_id, position, kind, settings)
                values (:type, 1, :stage, 1, 'field', '{"field": "expectedClose"}')""")
                .param("type", deals.manual().id().value())
                .param("stage", deals.stage(1).value())
                .update();
        var manual = deals.open(admin);

        mvc.perform(post("/deals/" + manual + "/moves")
                        .param("stage", deals.stage(2).toString())
                        .with(signedIn))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"field-3\"")));
        mvc.perform(post("/deals/" + manual + "/moves")
                        .param("stage", deals.stage(2).toString())
                        .param("field-3", "2026-12-24")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + manual));
        assertThat(deals.visits(manual)).containsExactly("1 1 ADVANCED", "2 2 OPEN");
    }
}
