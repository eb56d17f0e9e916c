package io.lijevak.deals;

import static io.lijevak.deals.StageEventWorld.call;
import static io.lijevak.deals.StageEventWorld.event;
import static io.lijevak.deals.StageEventWorld.stage;
import static io.lijevak.deals.StageEventWorld.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Actor;
import io.lijevak.process.ChangeStepRules;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.Gate;
import io.lijevak.process.RequirementDraft;
import io.lijevak.process.StageEvents;
import io.lijevak.process.StepEvent;
import io.lijevak.process.StepEvent.Kind;
import io.lijevak.process.StepEvent.Unit;
import io.lijevak.process.StepRules;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import io.lijevak.worktime.WorkingTime;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** What stages plan is raised once for each arrival of a deal, in types moved by hand and in those a process leads. */
@LijevakTest
class StageEventsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    StageEventWorld stages;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

    @Autowired
    ReopenDeal reopen;

    @Autowired
    ChangeStepRules rules;

    @Autowired
    StageEvents events;

    @Autowired
    WorkingTime time;

    @Autowired
    Clock clock;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = stages.found();
    }

    @Test
    void aMoveRaisesATaskAndACallOfTheStageAndTellsWhereTheyComeFrom() throws Exception {
        stages.plan(manual(), 2, task("Send the offer", null), call("Ask whether it came"));
        var deal = deals.open(admin);
        assertThat(stages.raised()).isEmpty();

        move.to(stage(2), deal, Seen.ANYTHING, admin);

        assertThat(stages.raised()).containsExactly("Ask whether it came PLANNED", "Send the offer OPEN");
        assertThat(jdbc.sql("select executor_id from task").query(Long.class).single())
                .isEqualTo(admin.id());
        assertThat(jdbc.sql("select due_at from task")
                        .query((row, number) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(time.plusDays(clock.instant(), 2));
        assertThat(jdbc.sql("select next_step_at is not null from deal")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        var signedIn = world.signedInAs(admin.person());
        var from = "From the stage “" + manual().steps().get(1).name() + "”";
        mvc.perform(get("/tasks").with(signedIn)).andExpect(content().string(containsString(from.replace("F", "f"))));
        mvc.perform(get("/tasks/of-deal/" + deal).with(signedIn))
                .andExpect(content().string(containsString(from.replace("F", "f"))));
        mvc.perform(get("/interactions/of-deal/" + deal).with(signedIn))
                .andExpect(content().string(containsString(from)));
        var bearer = world.bearer(admin.person());
        mvc.perform(get("/api/v1/tasks").with(bearer))
                .andExpect(content().string(containsString("\"fromStage\":true")));
    }

    @Test
    void aNewDealRaisesWhatItsFirstStagePlansAndAStageThatIsSkippedRaisesNothing() {
        stages.plan(manual(), 1, task("Welcome", null));
        stages.plan(manual(), 2, task("Skipped", null));
        stages.plan(manual(), 3, task("Present", null));
        var deal = deals.open(admin);
        assertThat(stages.raised()).containsExactly("Welcome OPEN");

        move.to(stage(3), deal, Seen.ANYTHING, admin);

        assertThat(stages.raised()).containsExactly("Present OPEN", "Welcome OPEN");
    }

    @Test
    void isRaisedAnewWhenTheDealComesAgainAndWhatWasLeftOpenIsTakenBack() {
        stages.plan(manual(), 2, task("Send the offer", null), call("Ask whether it came"));
        var deal = deals.open(admin);
        move.to(stage(2), deal, Seen.ANYTHING, admin);

        move.to(stage(1), deal, Seen.ANYTHING, admin);
        assertThat(stages.raised()).containsExactly("Ask whether it came CANCELLED", "Send the offer WITHDRAWN");
        move.to(stage(2), deal, Seen.ANYTHING, admin);
        assertThat(stages.raised())
                .containsExactly(
                        "Ask whether it came CANCELLED",
                        "Ask whether it came PLANNED",
                        "Send the offer OPEN",
                        "Send the offer WITHDRAWN");
        move.to(stage(3), deal, Seen.ANYTHING, admin);
        move.to(stage(2), deal, Seen.ANYTHING, admin);
        assertThat(stages.raised()).filteredOn(line -> line.endsWith("OPEN")).hasSize(1);
        assertThat(stages.raised()).filteredOn(line -> line.endsWith("PLANNED")).hasSize(1);
    }

    @Test
    void aLossTakesBackWhatIsOpenAndAWinLeavesIt() {
        stages.plan(manual(), 1, task("Welcome", null));
        var lost = deals.open(admin);
        var won = deals.open(admin);

        lose(lost);
        close.won(won, Seen.ANYTHING, null, null, admin);

        assertThat(stages.stateOf(lost)).containsExactly("WITHDRAWN");
        assertThat(stages.stateOf(won)).containsExactly("OPEN");
        reopen.now(lost, Seen.ANYTHING, admin);
        assertThat(stages.stateOf(lost)).containsExactlyInAnyOrder("WITHDRAWN", "OPEN");
    }

    @Test
    void aMoveThatIsRefusedRaisesNothing() {
        stages.plan(manual(), 2, task("Send the offer", null));
        var type = manual();
        rules.to(
                new StepRules(null, null, List.of(new RequirementDraft("check", Map.of("items", "Budget")))),
                type.id(),
                type.version(),
                stage(1),
                admin);
        var deal = deals.open(admin);

        assertThatThrownBy(() -> move.to(stage(2), deal, Seen.ANYTHING, admin)).isInstanceOf(InvalidInput.class);

        assertThat(stages.raised()).isEmpty();
        assertThat(jdbc.sql("select count(*) from generated_event")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anArrivalToldTwiceRaisesOnce() {
        stages.plan(manual(), 2, task("Send the offer", null), call("Ask whether it came"));
        var deal = deals.open(admin);
        var gate = new Gate(Subject.deal(deal.value()), manual().id(), manual().stepsVersion(), stage(2));
        var actor = new Actor(admin, clock.instant());

        for (int time = 0; time < 2; time++) {
            transactions.executeWithoutResult(status -> events.entered(gate, "deal-" + deal + "-2", actor));
        }

        assertThat(stages.raised()).containsExactly("Ask whether it came PLANNED", "Send the offer OPEN");
    }

    @Test
    void twoWhoMoveADealAtOnceRaiseItOnce() throws Exception {
        stages.plan(manual(), 2, task("Send the offer", null), call("Ask whether it came"));
        var deal = deals.open(admin);

        try (var pool = Executors.newFixedThreadPool(6)) {
            var moves = Collections.nCopies(6, (Callable<Boolean>) () -> {
                try {
                    return move.to(stage(2), deal, Seen.ANYTHING, admin);
                } catch (Conflict somebodyWasFirst) {
                    return false;
                }
            });
            for (var done : pool.invokeAll(moves)) {
                done.get();
            }
        }

        assertThat(stages.raised()).containsExactly("Ask whether it came PLANNED", "Send the offer OPEN");
    }

    @Test
    void goesToTheHeadVisiblyWhenNobodyHasTheRole() throws Exception {
        stages.plan(
                manual(), 2, task("Check the terms", "role:ACCOUNTANT"), event(Kind.CALL, "Ring", "role:ACCOUNTANT"));
        var head = world.person("Hana", Role.HEAD_OF_SALES);
        var rep = world.user(world.person("Ivo", Role.SALES_REP, null, head));
        var deal = deals.open(rep);

        move.to(stage(2), deal, Seen.ANYTHING, rep);

        assertThat(jdbc.sql("select executor_id from task where fell_to_head union all"
                                + " select responsible_id from interaction where fell_to_head")
                        .query(Long.class)
                        .list())
                .containsOnly(head.value())
                .hasSize(2);
        mvc.perform(get("/tasks").with(world.signedInAs(head)))
                .andExpect(content().string(containsString("nobody had the role")));
        mvc.perform(get("/interactions/of-deal/" + deal).with(world.signedInAs(admin.person())))
                .andExpect(content().string(containsString("nobody had the role")));
    }

    @Test
    void refusesEventsThatNobodyCouldFulfil() {
        var bad = new StepRules(
                null,
                null,
                List.of(),
                List.of(),
                List.of(
                        new StepEvent(Kind.TASK, " ", null, 1, Unit.DAYS),
                        new StepEvent(Kind.CALL, "Ring", "person:999", 0, Unit.HOURS)));

        assertThatThrownBy(() -> rules.to(bad, manual().id(), manual().version(), stage(1), admin))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly("events[0].title", "events[1].due", "events[1].addressee"));
    }

    private void lose(DealId deal) {
        close.lost(deal, Seen.ANYTHING, new CloseDeal.LossStatement(deals.reason(false), null, null, null), admin);
    }

    private DealType manual() {
        return deals.type(DealMode.MANUAL);
    }
}
