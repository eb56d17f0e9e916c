package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.PointSheets;
import io.lijevak.process.StageId;
import io.lijevak.process.TypeRules;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Deals of an automatic type follow their process: points move them, nothing else does. */
@Tag("external")
@LijevakTest
class ProcessedDealTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateDeal create;

    @Autowired
    MoveDeal move;

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
    BeginMissingRuns missing;

    @Autowired
    TypeRules rules;

    @Autowired
    PointSheets sheets;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private RunLedger runs;
    private DealType type;

    @BeforeEach
    void found() {
        admin = deals.found();
        runs = new RunLedger(jdbc);
        jdbc.sql("delete from step_requirement").update();
        type = deals.type(DealMode.AUTOMATIC);
    }

    @Test
    void goesFromPointToPointUntilItIsWon() {
        var deal = begin(null);

        for (int place = 1; place <= 9; place++) {
            assertThat(runs.names(deal)).containsExactly(name(place));
            complete(deal);
        }

        assertThat(runs.names(deal)).isEmpty();
        assertThat(outcome(deal)).isEqualTo("WON");
        assertThat(deals.visits(deal)).hasSize(9).last().isEqualTo("9 9 WON");
        assertThat(endings(deal)).containsOnly("DONE").hasSize(9);
        runs.agrees();
    }

    @Test
    void refusesToBeMovedOrWonByHand() {
        var deal = begin(null);

        assertThatThrownBy(() -> move.to(stage(2), deal, Seen.ANYTHING, admin))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.messageKey()).isEqualTo("deals.error.move.mode.automatic"));
        assertThatThrownBy(() -> close.won(deal, Seen.ANYTHING, null, null, admin))
                .isInstanceOf(Conflict.class);
        assertThat(deals.visits(deal)).containsExactly("1 1 OPEN");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void isLostAtAnyOfItsNineStagesAndAsksForItsResultsOnce(int place) {
        var deal = begin(null);
        for (int done = 1; done < place; done++) {
            complete(deal);
        }

        close.lost(deal, Seen.ANYTHING, new CloseDeal.LossStatement(deals.reason(false), null, null, null), admin);

        assertThat(deals.visits(deal)).hasSize(place).last().isEqualTo(place + " " + place + " LOST");
        assertThat(runs.names(deal)).isEmpty();
        assertThat(endings(deal)).hasSize(place).endsWith("WITHDRAWN");
        assertThat(jdbc.sql("select count(*) from task where state = 'OPEN' and form_href like '%/results'")
                        .query(Integer.class)
                        .single())
                .isOne();
        runs.agrees();
    }

    @Test
    void takesItsOpenPointBackWhenItIsLostAndRaisesItAnewWhenItIsReopened() {
        var deal = begin(null);
        complete(deal);

        close.lost(deal, Seen.ANYTHING, new CloseDeal.LossStatement(deals.reason(false), null, null, null), admin);
        assertThat(runs.names(deal)).isEmpty();
        assertThat(endings(deal)).containsExactly("DONE", "WITHDRAWN");
        runs.agrees();

        reopen.now(deal, Seen.ANYTHING, admin);
        assertThat(runs.names(deal)).containsExactly(name(2));
        assertThat(jdbc.sql("select count(*) from process_run")
                        .query(Integer.class)
                        .single())
                .isOne();
        runs.agrees();
    }

    @Test
    void goesBackWithAReasonAndComesAgain() {
        var deal = begin(null);
        complete(deal);
        complete(deal);

        assertThatThrownBy(() -> sendBack.to(stage(1), deal, Seen.ANYTHING, " ", admin))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> sendBack.to(stage(3), deal, Seen.ANYTHING, "Why", admin))
                .isInstanceOf(InvalidInput.class);
        sendBack.to(stage(1), deal, Seen.ANYTHING, "Wrong contact", admin);

        assertThat(runs.names(deal)).containsExactly(name(1));
        assertThat(deals.visits(deal)).containsExactly("1 1 ADVANCED", "2 2 ADVANCED", "3 3 RETURNED", "4 1 OPEN");
        assertThat(endings(deal)).containsExactly("DONE", "DONE", "RETURNED");
        complete(deal);
        assertThat(runs.names(deal)).containsExactly(name(2));
        runs.agrees();
    }

    @Test
    void becomesManualAndAutomaticAgainWithoutLosingItsWay() {
        var deal = begin(null);
        complete(deal);
        complete(deal);

        change.to(deals.manual().id(), null, deal, Seen.ANYTHING, admin);
        assertThat(runs.names(deal)).isEmpty();
        move.to(deals.stage(5), deal, Seen.ANYTHING, admin);
        change.to(type.id(), null, deal, Seen.ANYTHING, admin);

        assertThat(runs.names(deal)).containsExactly(name(5));
        assertThat(deals.visits(deal))
                .containsExactly(
                        "1 1 ADVANCED",
                        "2 2 ADVANCED",
                        "3 3 SWITCHED",
                        "4 3 ADVANCED",
                        "5 4 SKIPPED",
                        "6 5 SWITCHED",
                        "7 5 OPEN");
        runs.agrees();
    }

    @Test
    void beginsInTheMiddle() {
        var deal = begin(stage(6));

        assertThat(runs.names(deal)).containsExactly(name(6));
        assertThat(deals.visits(deal)).hasSize(6).last().isEqualTo("6 6 OPEN");
        complete(deal);
        assertThat(runs.names(deal)).containsExactly(name(7));
        runs.agrees();
    }

    @Test
    void isCompletedOnceWhenTwoCompleteAtOnce() throws Exception {
        var deal = begin(null);
        var point = runs.point(deal);
        Callable<Boolean> once = () -> {
            try {
                complete.with(point, Map.of(), null, admin);
                return true;
            } catch (Conflict late) {
                return false;
            }
        };

        try (var people = Executors.newFixedThreadPool(4)) {
            var done = 0;
            for (var answer : people.invokeAll(List.of(once, once, once, once))) {
                done += answer.get() ? 1 : 0;
            }
            assertThat(done).isOne();
        }
        assertThat(runs.names(deal)).containsExactly(name(2));
        runs.agrees();
    }

    @Test
    void isCompletedByItsExecutorAndByThoseWhoMayChangeTheDeal() {
        var rep = world.user(Role.SALES_REP);
        var other = world.user(Role.SALES_REP);
        var accountant = world.user(Role.ACCOUNTANT);
        jdbc.sql("update deal_type_step set addressee = 'role:ACCOUNTANT' where deal_type_id = :type and position = 2")
                .param("type", type.id().value())
                .update();
        var deal = create.with(new NewDeal(type.id(), null, rep.id(), deals.terms("Press", "10")), rep);

        assertThatThrownBy(() -> complete.with(runs.point(deal), Map.of(), null, other))
                .isInstanceOf(AccessDeniedException.class);
        complete.with(runs.point(deal), Map.of(), null, rep);
        complete.with(runs.point(deal), Map.of(), null, accountant);

        assertThat(runs.names(deal)).containsExactly(name(3));
        assertThatThrownBy(() -> complete.with(runs.point(deal), Map.of(), null, accountant))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void beginsProcessesOfImportedDealsWhereTheyStandOnceAndFollowsThemAfterwards() {
        jdbc.sql("""
                with made as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate,
                    responsible_id, opened_at)
                  select 'Press ' || n, 'press ' || n, :type, 1, :stage, n, 'EUR', 1, :person, now() - interval '90 days'
                  from generate_series(1, 60) n returning id, stage_id)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, cause, recorded_by)
                select id, 1, 1, stage_id, now() - interval '60 days', 'IMPORTED', :person from made""")
                .param("type", type.id().value())
                .param("stage", stage(5).value())
                .param("person", admin.id())
                .update();

        assertThat(missing.waiting()).isEqualTo(60);
        assertThat(missing.all()).isEqualTo(60);
        assertThat(missing.all()).isZero();
        assertThat(missing.waiting()).isZero();
        assertThat(jdbc.sql("select count(*) from process_point where name = :name and due_at < now()")
                        .param("name", name(5))
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
        runs.agrees();
        jdbc.sql("update deal set outcome = 'LOST', closed_at = now() where id = 1")
                .update();
        jdbc.sql("""
                update stage_visit set outcome = 'LOST', left_at = now(), left_recorded_at = now()
                where deal_id = 1""").update();
        missing.all();
        assertThat(runs.names(new DealId(1))).isEmpty();
        runs.agrees();
    }

    @Test
    void demandsWhatARuleOfItsTypeDemandsAndTakesTheAnswerWithTheCompletion() {
        rules.change(type.id(), new TypeRules.Rules(true, false), admin);
        var deal = begin(null);
        var sheet = sheets.require(runs.point(deal), admin);
        assertThat(sheet.demands()).isOne();
        var wish = sheet.missing().getFirst().inputs().getFirst().name();

        assertThatThrownBy(() -> complete(deal))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().getFirst().messageKey())
                                .isEqualTo("deals.missing.demand"));
        assertThat(runs.names(deal)).containsExactly(name(1));
        complete.with(runs.point(deal), Map.of(wish, "Two presses"), null, admin);

        assertThat(runs.names(deal)).containsExactly(name(2));
        complete(deal);
        assertThat(runs.names(deal)).containsExactly(name(3));
        runs.agrees();
    }

    private DealId begin(StageId at) {
        return create.with(new NewDeal(type.id(), at, admin.id(), deals.terms("Press", "1000.00")), admin);
    }

    private StageId stage(int place) {
        return type.steps().get(place - 1).stage();
    }

    private String name(int place) {
        return type.steps().get(place - 1).name();
    }

    private void complete(DealId deal) {
        complete.with(runs.point(deal), Map.of(), null, admin);
    }

    private List<String> endings(DealId deal) {
        return jdbc.sql("""
                select p.ending from process_point p join process_run r on r.id = p.run_id
                where r.subject_id = :deal and p.left_at is not null order by p.id""").param("deal", deal.value()).query(String.class).list();
    }

    private String outcome(DealId deal) {
        return jdbc.sql("select outcome from deal where id = :id")
                .param("id", deal.value())
                .query(String.class)
                .single();
    }
}
