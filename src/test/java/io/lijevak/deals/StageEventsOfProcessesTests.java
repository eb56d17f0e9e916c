package io.lijevak.deals;

import static io.lijevak.deals.StageEventWorld.call;
import static io.lijevak.deals.StageEventWorld.event;
import static io.lijevak.deals.StageEventWorld.stage;
import static io.lijevak.deals.StageEventWorld.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.MigrateRuns;
import io.lijevak.process.ReadStepRules;
import io.lijevak.process.StageEvents;
import io.lijevak.process.StepEvent.Kind;
import io.lijevak.process.UploadRoute;
import io.lijevak.users.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What stages plan in deals that a process leads or that came otherwise: raised once, taken along, never doubled. */
@LijevakTest
class StageEventsOfProcessesTests {
    private static final String BRANCHES = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:l="urn:lijevak:route"><process id="p">
            <startEvent id="s"/><userTask id="one" name="Check" l:stage="1"/>
            <parallelGateway id="fork"/><userTask id="two" name="Meeting" l:stage="2"/>
            <userTask id="four" name="Offer" l:stage="4"/><parallelGateway id="join"/>
            <userTask id="six" name="Sign" l:stage="6"/><endEvent id="won" name="Won"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="one"/><sequenceFlow id="f2" sourceRef="one" targetRef="fork"/>
            <sequenceFlow id="f5" sourceRef="fork" targetRef="two"/><sequenceFlow id="f6" sourceRef="fork" targetRef="four"/>
            <sequenceFlow id="f7" sourceRef="two" targetRef="join"/><sequenceFlow id="f8" sourceRef="four" targetRef="join"/>
            <sequenceFlow id="f9" sourceRef="join" targetRef="six"/><sequenceFlow id="f11" sourceRef="six" targetRef="won"/>
            </process></definitions>""";

    @Autowired
    DealWorld deals;

    @Autowired
    StageEventWorld stages;

    @Autowired
    CreateDeal create;

    @Autowired
    ReturnDeal sendBack;

    @Autowired
    SwitchDeal change;

    @Autowired
    BeginMissingRuns missing;

    @Autowired
    CompletePoint complete;

    @Autowired
    ReadStepRules read;

    @Autowired
    UploadRoute upload;

    @Autowired
    MigrateRuns migrate;

    @Autowired
    StageEvents events;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = stages.found();
    }

    @Test
    void aProcessRaisesWhatEachStagePlansAlsoOnBranchesSideBySide() {
        upload.from(
                BRANCHES.getBytes(StandardCharsets.UTF_8),
                automatic().id(),
                automatic().version(),
                admin);
        stages.plan(automatic(), 2, task("Book a room", null));
        stages.plan(automatic(), 4, task("Print the offer", null));
        var deal = begin();

        complete(deal, "one");
        assertThat(stages.raised()).containsExactly("Book a room OPEN", "Print the offer OPEN");
        complete(deal, "two");
        complete(deal, "four");
        assertThat(stages.raised()).containsExactly("Book a room OPEN", "Print the offer OPEN");

        sendBack.to(stage(2), deal, Seen.ANYTHING, "Again", admin);
        assertThat(stages.raised())
                .filteredOn(line -> line.endsWith("OPEN"))
                .containsExactly("Book a room OPEN", "Print the offer OPEN");
    }

    @Test
    void switchingTheModeNeitherLeavesAnythingBehindNorDoublesIt() {
        stages.plan(automatic(), 1, task("Of the process", null));
        stages.plan(manual(), 1, task("By hand", null));
        var deal = begin();
        assertThat(stages.stateOf(deal))
                .containsExactlyInAnyOrder("OPEN", "OPEN"); // one of them asked for by the process

        change.to(manual().id(), null, deal, Seen.ANYTHING, admin);
        assertThat(stages.raised()).containsExactly("By hand OPEN", "Of the process WITHDRAWN");
        change.to(automatic().id(), null, deal, Seen.ANYTHING, admin);
        assertThat(stages.raised())
                .containsExactly("By hand WITHDRAWN", "Of the process OPEN", "Of the process WITHDRAWN");
    }

    @Test
    void migrationNeitherRaisesAnythingAgainNorTakesItBack() {
        stages.plan(automatic(), 1, task("Welcome", null));
        var deal = begin();
        var followed = automatic().stepsVersion();
        stages.plan(automatic(), 1, task("Welcome", null), task("Another one", null));

        assertThat(migrate.of(automatic().id(), followed, Map.of(), admin)).isOne();

        assertThat(stages.raised()).containsExactly("Welcome OPEN");
        complete(deal, "stage_1");
        assertThat(stages.raised()).containsExactly("Welcome OPEN");
    }

    @Test
    void aDealCarriedOverToAnotherStageArrivesThereOnce() {
        stages.plan(automatic(), 1, task("Welcome", null), call("Ring"));
        stages.plan(automatic(), 2, task("Book a room", null));
        var deal = begin();
        var followed = automatic().stepsVersion();
        upload.from(
                BRANCHES.replace("name=\"Check\" l:stage=\"1\"", "name=\"Look\" l:stage=\"3\"")
                        .replace("id=\"one\"", "id=\"look\"")
                        .replace("\"one\"", "\"look\"")
                        .getBytes(StandardCharsets.UTF_8),
                automatic().id(),
                automatic().version(),
                admin);
        stages.plan(automatic(), 3, task("Present", null), call("Tell when"));

        var mapping = new HashMap<>(Map.of(stage(1), stage(3)));
        List.of(5, 7, 8, 9).forEach(gone -> mapping.put(stage(gone), stage(6)));

        var uploaded = migrate.of(automatic().id(), followed, mapping, admin);
        var again = migrate.of(automatic().id(), followed, mapping, admin);

        assertThat(List.of(uploaded, again)).containsExactly(1, 0);
        assertThat(stages.raised())
                .containsExactly("Present OPEN", "Ring CANCELLED", "Tell when PLANNED", "Welcome WITHDRAWN");
        complete(deal, "look");
        assertThat(stages.raised())
                .contains("Book a room OPEN")
                .filteredOn(line -> line.startsWith("Present"))
                .hasSize(1);
    }

    @Test
    void importedHistoryRaisesNothingAndTheNextStageDoes() {
        stages.plan(automatic(), 5, task("Of the past", null));
        stages.plan(automatic(), 6, task("Of the future", null));
        jdbc.sql("""
                with made as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate,
                    responsible_id, opened_at)
                  values ('Press', 'press', :type, :version, :stage, 1, 'EUR', 1, :person, now() - interval '90 days')
                  returning id, stage_id)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, cause, recorded_by)
                select id, 1, :version, stage_id, now() - interval '60 days', 'IMPORTED', :person from made""")
                .param("type", automatic().id().value())
                .param("version", automatic().stepsVersion())
                .param("stage", stage(5).value())
                .param("person", admin.id())
                .update();

        assertThat(missing.all()).isOne();
        assertThat(stages.raised()).isEmpty();
        complete(new DealId(1), "stage_5");

        assertThat(stages.raised()).containsExactly("Of the future OPEN");
    }

    @Test
    void goesWithTheDealWhenAnImportIsUndone() {
        stages.plan(manual(), 1, task("Welcome", null), call("Ring"));
        var deal = deals.open(admin);

        transactions.executeWithoutResult(status -> {
            jdbc.sql("select set_config('lijevak.import_undo', 'on', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("delete from stage_visit where deal_id = :id")
                    .param("id", deal.value())
                    .update();
            jdbc.sql("delete from deal where id = :id")
                    .param("id", deal.value())
                    .update();
        });

        assertThat(stages.raised()).isEmpty();
        assertThat(jdbc.sql("select count(*) from generated_event")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewVersionTakesThemAlongAlsoFromAFile() {
        stages.plan(automatic(), 2, task("Book a room", "customer"), event(Kind.MEETING, "Meet", null));
        var before = read.of(automatic().id(), automatic().stepsVersion(), stage(2));

        upload.from(
                BRANCHES.getBytes(StandardCharsets.UTF_8),
                automatic().id(),
                automatic().version(),
                admin);

        assertThat(automatic().stepsVersion()).isEqualTo(3);
        assertThat(read.of(automatic().id(), 3, stage(2))).isEqualTo(before);
        assertThat(before.events()).hasSize(2);
    }

    private void complete(DealId deal, String node) {
        complete.with(new RunLedger(jdbc).point(deal, node), Map.of(), null, admin);
    }

    private DealId begin() {
        return create.with(new NewDeal(automatic().id(), null, admin.id(), deals.terms("Press", "1000.00")), admin);
    }

    private DealType manual() {
        return deals.type(DealMode.MANUAL);
    }

    private DealType automatic() {
        return deals.type(DealMode.AUTOMATIC);
    }
}
