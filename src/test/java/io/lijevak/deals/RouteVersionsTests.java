package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.ChangeStage;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.EndPauses;
import io.lijevak.process.MigrateRuns;
import io.lijevak.process.Stages;
import io.lijevak.process.UploadRoute;
import io.lijevak.users.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Drawn routes with choices, branches, pauses and several ends; their versions; random walks over all of it. */
@LijevakTest
class RouteVersionsTests {
    private static final String DRAWN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:l="urn:lijevak:route"><process id="p">
            <startEvent id="s"/><userTask id="one" name="Check" l:stage="1"/><exclusiveGateway id="x"/>
            <endEvent id="lost" name="Lost"><terminateEventDefinition/></endEvent>
            <parallelGateway id="fork"/><userTask id="two" name="Meeting" l:stage="2"/>
            <userTask id="four" name="Offer" l:stage="4"/><parallelGateway id="join"/>
            <intermediateCatchEvent id="rest" name="Rest"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <userTask id="six" name="Sign" l:stage="6"/><endEvent id="won" name="Won"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="one"/><sequenceFlow id="f2" sourceRef="one" targetRef="x"/>
            <sequenceFlow id="f3" sourceRef="x" targetRef="lost"><conditionExpression>amount &lt; 100</conditionExpression></sequenceFlow>
            <sequenceFlow id="f4" sourceRef="x" targetRef="fork"/>
            <sequenceFlow id="f5" sourceRef="fork" targetRef="two"/><sequenceFlow id="f6" sourceRef="fork" targetRef="four"/>
            <sequenceFlow id="f7" sourceRef="two" targetRef="join"/><sequenceFlow id="f8" sourceRef="four" targetRef="join"/>
            <sequenceFlow id="f9" sourceRef="join" targetRef="rest"/><sequenceFlow id="f10" sourceRef="rest" targetRef="six"/>
            <sequenceFlow id="f11" sourceRef="six" targetRef="won"/></process></definitions>""";

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateDeal create;

    @Autowired
    CloseDeal close;

    @Autowired
    ReopenDeal reopen;

    @Autowired
    ReturnDeal sendBack;

    @Autowired
    SwitchDeal change;

    @Autowired
    CompletePoint complete;

    @Autowired
    UploadRoute upload;

    @Autowired
    MigrateRuns migrate;

    @Autowired
    ChangeStage rename;

    @Autowired
    Stages stages;

    @Autowired
    EndPauses pauses;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private RunLedger runs;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        runs = new RunLedger(jdbc);
        signedIn = world.signedInAs(admin.person());
        jdbc.sql("delete from step_requirement").update();
    }

    @Test
    void runsBranchesSideBySideAndPausesUntilTheirTimeIsOver() {
        draw();
        var deal = begin("1000.00");

        complete(deal, "one", Map.of());
        assertThat(runs.nodes(deal)).containsExactly("four", "two");
        complete(deal, "four", Map.of());
        assertThat(stage(deal)).isEqualTo(2);
        complete(deal, "two", Map.of());
        assertThat(runs.nodes(deal)).containsExactly("rest");
        assertThat(pauses.due()).isZero();
        jdbc.sql("update process_point set due_at = now() where kind = 'PAUSE' and left_at is null")
                .update();
        assertThat(pauses.due()).isOne();
        assertThat(runs.nodes(deal)).containsExactly("six");
        assertThat(deals.visits(deal)).containsExactly("1 1 ADVANCED", "2 2 ADVANCED", "3 4 ADVANCED", "4 6 OPEN");
        runs.agrees();
        complete(deal, "six", Map.of());

        assertThat(jdbc.sql("select outcome from deal").query(String.class).single())
                .isEqualTo("WON");
        runs.agrees();
    }

    @Test
    void asksForTheReasonWhenAChoiceLeadsToALoss() {
        draw();
        var deal = begin("50.00");

        assertThatThrownBy(() -> complete(deal, "one", Map.of())).isInstanceOf(InvalidInput.class);
        runs.agrees();
        var reason = Long.toString(deals.reason(false));
        assertThatThrownBy(() -> complete(deal, "one", Map.of("reason", reason, "winBack", "1.2.2020.")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo("winBack"));
        complete(deal, "one", Map.of("reason", reason, "winBack", "1.2.2199."));

        assertThat(jdbc.sql(
                                "select d.outcome || ' ' || c.win_back_on from deal d join deal_closing c on c.deal_id = d.id")
                        .query(String.class)
                        .single())
                .isEqualTo("LOST 2199-02-01");
        runs.agrees();
    }

    @Test
    void beginsAtTheForkWhenItIsToStandOnABranch() {
        draw();
        var deal = create.with(
                new NewDeal(automatic().id(), automatic().steps().get(2).stage(), admin.id(), deals.terms("P", "1")),
                admin);

        assertThat(runs.nodes(deal)).containsExactly("four", "two");
        runs.agrees();
    }

    @Test
    void carriesRunningDealsOverWithTheSameTasksAndDeadlines() {
        var straight = begin("1000.00");
        complete(straight, "stage_1", Map.of());
        var before = jdbc.sql("select engine_task || due_at from process_point where left_at is null")
                .query(String.class)
                .single();
        draw();

        assertThatThrownBy(() -> migrate.of(automatic().id(), 1, Map.of(), admin))
                .isInstanceOf(InvalidInput.class);
        var mapping = new HashMap<io.lijevak.process.StageId, io.lijevak.process.StageId>();
        for (var step : deals.manual().steps()) {
            if (automatic().indexOf(step.stage()) < 0 || step.stage().value() == 2) {
                mapping.put(step.stage(), deals.stage(6));
            }
        }
        assertThat(migrate.of(automatic().id(), 1, mapping, admin)).isOne();

        assertThat(runs.nodes(straight)).containsExactly("six");
        assertThat(jdbc.sql("select engine_task || due_at from process_point where left_at is null")
                        .query(String.class)
                        .single())
                .isEqualTo(before);
        runs.agrees();
        complete(straight, "six", Map.of());
        runs.agrees();
    }

    @Test
    void leavesStatisticsAsTheyWereWhenAStageIsRenamedOrDealsAreCarriedOver() throws Exception {
        draw();
        var won = begin("1000.00");
        for (var point : List.of("one", "two", "four")) {
            complete(won, point, Map.of());
        }
        complete(begin("50.00"), "one", Map.of("reason", Long.toString(deals.reason(false))));
        complete(begin("900.00"), "one", Map.of());
        begin("700.00");
        var before = statistics();

        var stage = stages.require(automatic().steps().getFirst().stage());
        rename.to(stage.id(), stage.version(), "Prvi razgovor", null, admin);
        draw();
        assertThat(migrate.of(automatic().id(), automatic().stepsVersion() - 1, Map.of(), admin))
                .isEqualTo(3);

        assertThat(before).contains("\"count\":1").contains("1000.00");
        assertThat(statistics()).isEqualTo(before);
        runs.agrees();
    }

    /** Both funnels without the names of stages and the moment they were asked at. */
    private String statistics() throws Exception {
        var answers = new StringBuilder();
        for (var view : List.of("active", "closed")) {
            answers.append(mvc.perform(get("/api/v1/funnel?view=" + view + "&dealType="
                                    + automatic().id())
                            .with(world.bearer(admin.person())))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        }
        return answers.toString().replaceAll("\"(name|asOf|version)\":\"?[^\",}]*\"?", "");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 8})
    void deedsInAnyOrderLeaveDealsLedgerAndEngineInAgreement(long seed) {
        var random = new Random(seed);
        draw();
        var all = new java.util.ArrayList<DealId>();
        for (int step = 0; step < 40; step++) {
            if (all.isEmpty() || random.nextInt(6) == 0) {
                all.add(begin(random.nextBoolean() ? "1000.00" : "50.00"));
            }
            var deal = all.get(random.nextInt(all.size()));
            try {
                act(deal, random);
            } catch (InvalidInput | io.lijevak.platform.Conflict refused) {
                assertThat(refused).isNotNull();
            }
            runs.agrees();
        }
        assertThat(jdbc.sql("""
                select count(*) from (select run_id, node, entered_at from process_point
                  group by 1, 2, 3 having count(*) > 1) twice""").query(Integer.class).single()).isZero();
    }

    private void act(DealId deal, Random random) {
        var points = runs.nodes(deal);
        switch (random.nextInt(9)) {
            case 0 ->
                close.lost(
                        deal, Seen.ANYTHING, new CloseDeal.LossStatement(deals.reason(false), null, null, null), admin);
            case 1 -> reopen.now(deal, Seen.ANYTHING, admin);
            case 2 -> sendBack.to(deals.stage(1 + random.nextInt(4)), deal, Seen.ANYTHING, "Back", admin);
            case 3 ->
                change.to(
                        random.nextBoolean() ? deals.manual().id() : automatic().id(),
                        null,
                        deal,
                        Seen.ANYTHING,
                        admin);
            case 4 -> {
                draw();
                migrate.of(automatic().id(), automatic().stepsVersion() - 1, Map.of(), admin);
            }
            case 5 -> {
                jdbc.sql("update process_point set due_at = now() where kind = 'PAUSE' and left_at is null")
                        .update();
                pauses.due();
            }
            default -> {
                if (!points.isEmpty()) {
                    complete(
                            deal,
                            points.get(random.nextInt(points.size())),
                            Map.of("reason", Long.toString(deals.reason(false))));
                }
            }
        }
    }

    private void draw() {
        upload.from(
                DRAWN.getBytes(StandardCharsets.UTF_8),
                automatic().id(),
                automatic().version(),
                admin);
    }

    private DealType automatic() {
        return deals.type(DealMode.AUTOMATIC);
    }

    private DealId begin(String amount) {
        return create.with(new NewDeal(automatic().id(), null, admin.id(), deals.terms("Press", amount)), admin);
    }

    private void complete(DealId deal, String node, Map<String, String> answers) {
        complete.with(runs.point(deal, node), answers, null, admin);
    }

    private long stage(DealId deal) {
        return jdbc.sql("select stage_id from deal where id = :id")
                .param("id", deal.value())
                .query(Long.class)
                .single();
    }
}
