package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
class DealTypeSettingsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    DealTypes types;

    @Autowired
    ChangeDealType change;

    @Autowired
    RetireStage retire;

    @Autowired
    OrderStages order;

    @Autowired
    Stages stages;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @Test
    void everySettingsPageIsShown() throws Exception {
        for (var path : new String[] {
            "/settings/deal-types",
            "/settings/deal-types/new",
            "/settings/deal-types/1",
            "/settings/deal-types/2",
            "/settings/deal-types/3",
            "/settings/stages",
            "/settings/stages/1",
            "/settings/loss-reasons",
            "/settings/currencies"
        }) {
            mvc.perform(get(path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void writesAnotherOrderAsTheNextVersionAndKeepsTheOldOne() {
        var before = deals.manual();

        change.to(before.id(), before.version(), draft(deals.stage(2), deals.stage(1)), admin);

        assertThat(types.require(before.id()).stepsVersion()).isEqualTo(2);
        assertThat(types.require(before.id()).steps()).hasSize(2);
        assertThat(types.require(before.id(), 1).steps()).isEqualTo(before.steps());
    }

    @Test
    void refusesToTakeAStageAwayFromOpenDealsAndSaysHowMany() {
        deals.open(admin);
        deals.open(admin);
        var type = deals.manual();

        assertThatThrownBy(() -> change.to(type.id(), type.version(), draft(deals.stage(2)), admin))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> {
                    assertThat(refusal.problems().getFirst().messageKey()).isEqualTo("process.error.step.occupied");
                    assertThat(refusal.problems().getFirst().arguments()).containsExactly("Ocjena kupca", 2);
                });
    }

    @Test
    void refusesAStaleVersion() {
        assertThatThrownBy(() -> change.to(deals.manual().id(), 99, draft(deals.stage(1)), admin))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void givesAnAutomaticTypeANewVersionWhileDealsFollowTheOld() {
        var automatic = deals.type(DealMode.AUTOMATIC);

        change.to(
                automatic.id(),
                automatic.version(),
                new DealTypeDraft("Auto", DealMode.AUTOMATIC, true, steps(deals.stage(1), deals.stage(9))),
                admin);

        assertThat(deals.type(DealMode.AUTOMATIC).stepsVersion()).isEqualTo(2);
        assertThat(deals.type(DealMode.AUTOMATIC).steps()).hasSize(2);
    }

    @Test
    void retiresAStageOnlyWhenNoTypeHasIt() {
        assertThatThrownBy(() -> retire.retire(deals.stage(1), admin))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refusal -> assertThat(refusal.arguments()).contains("Standardna prodaja, Tipična prodaja"));
    }

    @Test
    void ordersTheReferenceWithoutTouchingTheTypes() {
        var ids = stages.all().stream().map(Stage::id).toList();

        order.as(ids.reversed(), admin);

        assertThat(stages.all()).extracting(Stage::id).isEqualTo(ids.reversed());
        assertThat(deals.manual().steps()).extracting(Step::stage).isEqualTo(ids);
    }

    @Test
    void ordersStepsByButtonsWithoutSaving() throws Exception {
        mvc.perform(post("/settings/deal-types/1")
                        .param("name", "Standardna prodaja")
                        .param("mode", "manual")
                        .param("version", "1")
                        .param("row", "1", "2")
                        .param("action", "up:2")
                        .with(signedIn))
                .andExpect(status().isOk());

        assertThat(deals.manual().stepsVersion()).isEqualTo(1);
    }

    private static DealTypeDraft draft(StageId... order) {
        return new DealTypeDraft("Standardna prodaja", DealMode.MANUAL, true, steps(order));
    }

    private static List<StepDraft> steps(StageId... order) {
        return List.of(order).stream().map(stage -> new StepDraft(stage, 5, 50)).toList();
    }
}
