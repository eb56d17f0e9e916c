package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.BeginMissingRuns;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.MoveDeal;
import io.lijevak.deals.Seen;
import io.lijevak.process.ChangeStepRules;
import io.lijevak.process.DealMode;
import io.lijevak.process.NextStepRules;
import io.lijevak.process.StepEvent;
import io.lijevak.process.StepRules;
import io.lijevak.tasks.Due;
import io.lijevak.tasks.PlanTask;
import io.lijevak.tasks.TaskDraft;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What an import makes of the ledger of deals, what it carries on, and what its undo brings back. */
@LijevakTest
class ImportedDealsTests {
    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    DealWorld deals;

    @Autowired
    BeginMissingRuns missingRuns;

    @Autowired
    NextStepRules nextSteps;

    @Autowired
    ChangeStepRules stepRules;

    @Autowired
    MoveDeal move;

    @Autowired
    PlanTask plan;

    @Autowired
    ImportReport report;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path folder;

    private PersonId person;
    private CurrentUser user;

    @BeforeEach
    void begin() {
        world.reset();
        person = world.person(Role.ADMINISTRATOR);
        user = world.user(person);
    }

    @Test
    void proposesANearProductAndNeverTakesAnotherOne() throws IOException {
        importer.run(ImportKind.PRODUCTS, Importer.csv(folder, "product,sales_price\nGTX Pro,100\n"), user);
        var file = Importer.csv(folder, "opportunity_id,product,deal_stage\n1,GTXPro,New\n2,GTX Plus Pro,New\n");

        var checked = importer.check(importer.upload(ImportKind.DEALS, file, user), user);
        assertThat(checked.findings().names())
                .extracting(name -> name.name() + " " + name.becomes())
                .containsExactlyInAnyOrder("GTXPro near", "GTX Plus Pro new");
        assertThat(checked.findings().types()).hasSize(1);

        importer.run(checked, user);
        assertThat(count("select count(*) from product")).isEqualTo(2);
    }

    @Test
    void refusesUnknownNamesWhenTheyMayNotBeCreated() throws IOException {
        var options = new ImportOptions(false, 0.9, null, null, null, null);
        var file = Importer.csv(folder, "opportunity_id,product,deal_stage\n1,GTXPro,New\n");

        var done = importer.run(importer.upload(ImportKind.DEALS, file, null, options, user), user);

        assertThat(done.progress().failed()).isEqualTo(1);
        assertThat(count("select count(*) from product")).isZero();
    }

    @Test
    void carriesAnOpenDealOnAndTakesItBack() throws IOException {
        importer.run(
                ImportKind.DEALS,
                Importer.csv(
                        folder,
                        "id,title,stage,amount,engage_date,close date\n1,A,Prospecting,,,\n2,B,Engaging,5,2026-01-02,\n"),
                user);
        var before = importer.fingerprint();
        var won = Importer.csv(
                folder, "id,title,stage,amount,engage_date,close date\n1,A,Won,10,2026-01-05,2026-02-01\n");

        var done = importer.run(ImportKind.DEALS, won, user);

        assertThat(done.progress().updated()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select string_agg(v.outcome || ' ' || coalesce(to_char(entered_at at time zone 'Europe/Zagreb', 'DD.MM.'), '-')
                          || ' ' || coalesce(to_char(left_at at time zone 'Europe/Zagreb', 'DD.MM.'), '-'), ', ' order by v.seq)
                        from stage_visit v join deal d on d.id = v.deal_id where d.external_id = '1'""").query(String.class).single()).isEqualTo("ADVANCED - 05.01., WON 05.01. 01.02.");

        importer.undo(done, false, user);
        assertThat(importer.fingerprint().replaceAll("deal:.*\n", "")).isEqualTo(before.replaceAll("deal:.*\n", ""));
        assertThat(count("select count(*) from deal where outcome = 'OPEN' and closed_at is null and amount is null"))
                .isEqualTo(1);
    }

    @Test
    void keepsOutADealThatClosedBeforeItEnteredItsStage() throws IOException {
        importer.run(
                ImportKind.DEALS, Importer.csv(folder, "id,title,stage,engage_date\n1,A,Engaging,2026-03-05\n"), user);
        var before = importer.fingerprint();
        var file = Importer.csv(folder, """
                id,title,stage,created,engage_date,close date
                1,A,Won,,,2026-02-01
                2,B,Won,2026-03-10,,2026-03-01
                3,C,Engaging,2026-03-10,2026-03-01,
                """);

        var done = importer.run(ImportKind.DEALS, file, user);

        assertThat(done.progress().failed()).isEqualTo(3);
        assertThat(importer.fingerprint()).isEqualTo(before);
        assertThat(report.errors(done.id(), "en", 10).stream().map(ImportReport.Line::reason))
                .containsExactly(
                        "The dates lie before the deal entered the stage where it stands.",
                        "The deal closed before it entered its stage.",
                        "The deal was opened after it entered a stage or was closed.");
    }

    @Test
    void takesADateStillToComeAsUnknown() throws IOException {
        var done = importer.run(
                ImportKind.DEALS,
                Importer.csv(folder, "id,title,status,created,close date\n1,A,won,2026-03-10,2099-03-01\n"),
                user);

        assertThat(done.progress().created()).isEqualTo(1);
        assertThat(report.warnings(done.id(), "en", 10).stream().map(ImportReport.Line::reason))
                .containsExactly("The date 2099-03-01 lies in the future and is left out.");
        assertThat(count("select count(*) from stage_visit where outcome = 'WON' and left_at is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from deal where closed_at is null")).isEqualTo(1);
    }

    @Test
    void carriesADealOnAsAWholeOrNotAtAll() throws IOException {
        importer.run(ImportKind.DEALS, Importer.csv(folder, "id,title,stage\n1,A,Prospecting\n2,B,Engaging\n"), user);
        var before = importer.fingerprint();
        var options = new ImportOptions(true, 0.9, null, null, Map.of("stage", "never"), null);
        var file = Importer.csv(folder, "id,title,stage\n1,A,Engaging\n");

        var done = importer.run(importer.upload(ImportKind.DEALS, file, null, options, user), user);

        assertThat(done.progress().skipped()).isEqualTo(1);
        assertThat(importer.fingerprint()).isEqualTo(before);
    }

    @Test
    void takesTheCompetitorOfLostDealsAlone() throws IOException {
        var before = importer.fingerprint();
        var file = Importer.csv(
                folder, "id,title,status,loss reason,competitor\n1,A,lost,Price,Jelen\n2,B,won,Price,Orao\n");

        var done = importer.run(ImportKind.DEALS, file, user);

        assertThat(jdbc.sql("""
                        select string_agg(d.external_id || ' ' || r.name || ' ' || c.name, ', ')
                        from deal d join loss_reason r on r.id = d.loss_reason_id join competitor c on c.id = d.competitor_id""").query(String.class).single()).isEqualTo("1 Price Jelen");
        assertThat(report.warnings(done.id(), "en", 10))
                .extracting(ImportReport.Line::row)
                .containsOnly(3);

        importer.undo(done, false, user);
        assertThat(importer.fingerprint()).isEqualTo(before);
    }

    @Test
    void undoLeavesNothingOfProcessesInTheEngine() throws IOException {
        user = deals.found();
        var type = deals.type(DealMode.AUTOMATIC);
        var stage = type.steps().get(2).name();
        var line = ",Press," + type.name() + "," + stage + "\n";
        var done = importer.run(
                ImportKind.DEALS, Importer.csv(folder, "id,title,type,stage\n1" + line + "2" + line), user);
        missingRuns.all();
        assertThat(count("select count(*) from act_ru_execution where parent_id_ is null"))
                .isEqualTo(2);

        importer.undo(done, false, user);

        assertThat(count("select count(*) from deal")).isZero();
        assertThat(count("select (select count(*) from act_ru_execution) + (select count(*) from act_ru_task)"
                        + " + (select count(*) from act_hi_procinst)"))
                .isZero();
    }

    @Test
    void aLossTakesBackWhatTheStagesPlannedAndItsUndoBringsItBack() throws IOException {
        user = deals.found();
        var type = deals.manual();
        stepRules.to(
                new StepRules(
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(
                                new StepEvent(StepEvent.Kind.TASK, "Send the offer", null, 2, StepEvent.Unit.DAYS),
                                new StepEvent(StepEvent.Kind.CALL, "Ring", null, 2, StepEvent.Unit.DAYS))),
                type.id(),
                type.version(),
                type.steps().get(1).stage(),
                user);
        var deal = deals.open(user);
        move.to(type.steps().get(1).stage(), deal, Seen.ANYTHING, user);
        jdbc.sql("update deal set external_id = '7'").update();
        var due = new Due(Instant.now().plus(Duration.ofDays(1)), false);
        plan.from(new TaskDraft("My own", null, deal.value(), null, user.id(), due, null, false, false), user);
        var line = "7,Press," + type.name() + "," + type.steps().get(1).name() + ",lost,Price\n";

        var done = importer.run(
                ImportKind.DEALS, Importer.csv(folder, "id,title,type,stage,status,loss reason\n" + line), user);

        assertThat(jdbc.sql("select outcome from deal").query(String.class).single())
                .isEqualTo("LOST");
        assertThat(planned()).containsExactly("My own OPEN", "Ring CANCELLED", "Send the offer WITHDRAWN");
        importer.undo(done, false, user);
        assertThat(planned()).containsExactly("My own OPEN", "Ring PLANNED", "Send the offer OPEN");
        move.to(type.steps().get(0).stage(), deal, Seen.ANYTHING, user);
        assertThat(planned()).containsExactly("My own OPEN", "Ring CANCELLED", "Send the offer WITHDRAWN");
    }

    private List<String> planned() {
        return jdbc.sql("select title || ' ' || state from task union all"
                        + " select subject || ' ' || state from interaction order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void takesOpenDealsWithoutANextStepAndMarksThem() throws Exception {
        user = deals.found();
        nextSteps.change(deals.manual().id(), true, user);

        var done = importer.run(
                ImportKind.DEALS,
                Importer.csv(folder, "id,title,type\n1,Press," + deals.manual().name() + "\n"),
                user);

        assertThat(done.progress().created()).isEqualTo(1);
        mvc.perform(get("/api/v1/deals?mark=unplanned").with(world.bearer(user.person())))
                .andExpect(jsonPath("$.items[0].title").value("Press"));
    }

    @Test
    void reconcilesTheSumOfTheFileWithTheOneTaken() throws IOException {
        var file = Importer.csv(
                folder,
                "id;naziv;iznos;zaključeno;ishod\n1;A;10,005;2.1.2026.;won\n2;B;1,001;2.1.2026.;won\n3;C;7,50;x;won\n1;A;2,00;;\n");

        var done = importer.run(ImportKind.DEALS, file, user);

        assertThat(done.findings().sums())
                .extracting(sum -> sum.currency() + " " + sum.file() + " - " + sum.left() + " + " + sum.rounding()
                        + " = " + sum.taken())
                .containsExactly("EUR 20.506 - 9.50 + 0.004 = 11.01");
        assertThat(jdbc.sql("select sum(amount)::text from deal")
                        .query(String.class)
                        .single())
                .isEqualTo("11.01");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
