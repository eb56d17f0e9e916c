package io.lijevak.deals;

import static io.lijevak.deals.VisitOutcome.ADVANCED;
import static io.lijevak.deals.VisitOutcome.LOST;
import static io.lijevak.deals.VisitOutcome.OPEN;
import static io.lijevak.deals.VisitOutcome.RETURNED;
import static io.lijevak.deals.VisitOutcome.SKIPPED;
import static io.lijevak.deals.VisitOutcome.SWITCHED;
import static io.lijevak.deals.VisitOutcome.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class DealTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Worth WORTH = new Worth(new BigDecimal("1000"), "USD", new BigDecimal("0.5"));

    private final DealType sale = type(1, 1, 10, 20, 30, 40);

    @Test
    void opensItsFirstVisitAtTheFirstStep() {
        var deal = open(null);

        assertThat(deal.stage()).isEqualTo(new StageId(10));
        assertVisits(deal, visit(10, OPEN));
    }

    @Test
    void recordsTheStepsBeforeAChosenBeginningAsSkipped() {
        var deal = open(new StageId(30));

        assertVisits(deal, visit(10, SKIPPED), visit(20, SKIPPED), visit(30, OPEN));
    }

    @Test
    void advancesToTheNextStep() {
        var deal = open(null);

        deal.moveTo(new StageId(20), sale, sale, TUESDAY);

        assertVisits(deal, visit(10, ADVANCED), visit(20, OPEN));
    }

    @Test
    void recordsTheStepsItJumpsOverAsSkippedAtOneMoment() {
        var deal = open(null);

        deal.moveTo(new StageId(40), sale, sale, TUESDAY);

        assertVisits(deal, visit(10, ADVANCED), visit(20, SKIPPED), visit(30, SKIPPED), visit(40, OPEN));
        assertThat(deal.ledger().opened().subList(1, 4)).allMatch(v -> TUESDAY.equals(v.enteredAt()));
    }

    @Test
    void goesBackWithoutDeletingAnything() {
        var deal = open(new StageId(30));

        deal.moveTo(new StageId(10), sale, sale, TUESDAY);

        assertVisits(deal, visit(10, SKIPPED), visit(20, SKIPPED), visit(30, RETURNED), visit(10, OPEN));
    }

    @Test
    void leavesTheVisitAsWonOrLostWhereverItStands() {
        var won = open(new StageId(20));
        var lost = open(new StageId(20));

        won.win(null, TUESDAY);
        lost.lose(new Loss(1, null, null), TUESDAY);

        assertVisits(won, visit(10, SKIPPED), visit(20, WON));
        assertVisits(lost, visit(10, SKIPPED), visit(20, LOST));
        assertThat(lost.stage()).isEqualTo(new StageId(20));
    }

    @Test
    void reopensAtTheSameStageAndKeepsTheClosedVisit() {
        var deal = open(null);
        deal.win(null, TUESDAY);

        deal.reopen(TUESDAY.plusSeconds(60));

        assertVisits(deal, visit(10, WON), visit(10, OPEN));
        assertThat(deal.ledger().opened().getLast().cause()).isEqualTo(VisitCause.REOPENED);
    }

    @Test
    void switchesToTheSameStageOfAnotherTypeOrToItsFirst() {
        var stays = open(new StageId(20));
        var begins = open(new StageId(20));

        stays.switchTo(type(2, 7, 50, 20), null, TUESDAY);
        begins.switchTo(type(3, 1, 60, 70), null, TUESDAY);

        assertVisits(stays, visit(10, SKIPPED), visit(20, SWITCHED), visit(20, OPEN));
        assertVisits(begins, visit(10, SKIPPED), visit(20, SWITCHED), visit(60, OPEN));
        assertThat(stays.stepsVersion()).isEqualTo(7);
    }

    @Test
    void keepsNoVisitsWithoutStages() {
        var deal = Deal.open("Quick", type(4, 1), null, new Deal.Opening(7L, WORTH, MONDAY));

        deal.win(null, TUESDAY);

        assertThat(deal.ledger().opened()).isEmpty();
        assertThat(deal.outcome()).isEqualTo(DealOutcome.WON);
    }

    @Test
    void keepsThePotentialOfEntryAndOfExit() {
        var deal = open(null);

        deal.value(new Worth(new BigDecimal("3000"), "USD", new BigDecimal("0.5")));
        deal.moveTo(new StageId(20), sale, sale, TUESDAY);

        var left = deal.ledger().opened().getFirst();
        assertThat(left.entryPotential()).isEqualByComparingTo("500");
        assertThat(left.exitPotential()).isEqualByComparingTo("1500");
        assertThat(deal.ledger().opened().getLast().entryPotential()).isEqualByComparingTo("1500");
    }

    @Test
    void neverLeavesBeforeItEnteredThoughTheClockWentBack() {
        var deal = open(null);

        deal.moveTo(new StageId(20), sale, sale, MONDAY.minusSeconds(5));

        assertThat(deal.ledger().opened()).allMatch(v -> MONDAY.equals(v.enteredAt()));
    }

    @Test
    void writesNothingWhenItStandsThereAlready() {
        var deal = open(null);

        assertThat(deal.moveTo(new StageId(10), sale, sale, TUESDAY)).isFalse();
        assertVisits(deal, visit(10, OPEN));
    }

    @Test
    void followsTheNextVersionOfTheStepsAtItsNextMove() {
        var next = type(1, 2, 10, 50, 20, 30);
        var deal = open(null);

        deal.moveTo(new StageId(20), next, sale, TUESDAY);

        assertVisits(deal, visit(10, ADVANCED), visit(50, SKIPPED), visit(20, OPEN));
        assertThat(deal.stepsVersion()).isEqualTo(2);
    }

    @Test
    void leavesAStageThatIsNoStepAnyMoreFromWhereItUsedToLie() {
        var without = type(1, 2, 10, 20, 40);
        var forward = open(new StageId(30));
        var back = open(new StageId(30));

        forward.moveTo(new StageId(40), without, sale, TUESDAY);
        back.moveTo(new StageId(20), without, sale, TUESDAY);

        assertVisits(forward, visit(10, SKIPPED), visit(20, SKIPPED), visit(30, ADVANCED), visit(40, OPEN));
        assertVisits(back, visit(10, SKIPPED), visit(20, SKIPPED), visit(30, RETURNED), visit(20, OPEN));
    }

    @Test
    void refusesAStageItsTypeDoesNotHave() {
        assertThatThrownBy(() -> open(null).moveTo(new StageId(99), sale, sale, TUESDAY))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> open(new StageId(99))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesToMoveOrCloseWhatIsClosed() {
        var deal = open(null);
        deal.win(null, TUESDAY);

        assertThatThrownBy(() -> deal.moveTo(new StageId(20), sale, sale, TUESDAY))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> deal.lose(new Loss(1, null, null), TUESDAY)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> open(null).reopen(TUESDAY)).isInstanceOf(Conflict.class);
    }

    private Deal open(StageId at) {
        return Deal.open("Press", sale, at, new Deal.Opening(7L, WORTH, MONDAY));
    }

    private static DealType type(long id, int stepsVersion, long... stages) {
        var steps = IntStream.range(0, stages.length)
                .mapToObj(index -> new Step(new StageId(stages[index]), "Stage " + stages[index], null, null))
                .toList();
        var mode = steps.isEmpty() ? DealMode.NON_PROCESS : DealMode.MANUAL;
        return new DealType(new DealTypeId(id), "Sale " + id, mode, true, 1, stepsVersion, 1, steps);
    }

    private static Tuple visit(long stage, VisitOutcome outcome) {
        return Tuple.tuple(new StageId(stage), outcome);
    }

    private static void assertVisits(Deal deal, Tuple... visits) {
        assertThat(deal.ledger().opened())
                .extracting(Visit::stage, Visit::outcome)
                .containsExactly(visits);
        assertThat(deal.ledger().opened())
                .extracting(Visit::seq)
                .isEqualTo(IntStream.rangeClosed(1, visits.length).boxed().toList());
    }
}
