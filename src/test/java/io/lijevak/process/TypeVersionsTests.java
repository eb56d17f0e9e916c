package io.lijevak.process;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.users.CurrentUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Versions of deal types on their pages and in the API. */
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
}
