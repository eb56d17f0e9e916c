package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.MoveDeal;
import io.lijevak.deals.Seen;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Period;
import io.lijevak.process.Answers;
import io.lijevak.process.NextStepRules;
import io.lijevak.process.Subject;
import io.lijevak.process.TaskOver;
import io.lijevak.process.TaskRaised;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

@LijevakTest
class TasksTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    PlanTask plan;

    @Autowired
    CompleteTask complete;

    @Autowired
    PostponeTask postpone;

    @Autowired
    Assignments assignments;

    @Autowired
    ManyTasks many;

    @Autowired
    TaskUndo undo;

    @Autowired
    WithdrawTask withdraw;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Discipline discipline;

    @Autowired
    NextStepRules rules;

    @Autowired
    MoveDeal move;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser admin;
    private CurrentUser ivan;
    private CurrentUser lana;

    @BeforeEach
    void found() {
        admin = deals.found();
        ivan = world.user(world.person("Ivan Perić", Role.SALES_REP));
        lana = world.user(world.person("Lana Božić", Role.SALES_REP));
    }

    @Test
    void keepsTheEarliestOpenTaskAsTheNextStepOfItsDeal() {
        var deal = deals.open(admin);
        var later = task(admin, deal, in(5));
        var sooner = task(admin, deal, in(2));

        assertThat(nextStep(deal)).isEqualTo(in(2).at());
        postpone.to(in(9), sooner, false, admin);
        assertThat(nextStep(deal)).isEqualTo(in(5).at());
        complete.with(later, Completion.of("Dogovoreno"), admin);
        assertThat(nextStep(deal)).isEqualTo(in(9).at());
        complete.with(sooner, Completion.of(null), admin);
        assertThat(nextStep(deal)).isNull();
    }

    @Test
    void tellsWhoCompletedATaskFirst() {
        var task = task(ivan, null, in(1));
        complete.with(task, Completion.of("Nazvao"), ivan);

        var refusal = catchThrowableOfType(Conflict.class, () -> complete.with(task, Completion.of(null), admin));

        assertThat(refusal.messageKey()).isEqualTo("tasks.error.done");
        assertThat(refusal.arguments()).contains("Ivan Perić");
    }

    @Test
    void asksAboutADeadlineInThePastAndTakesItWhenMeant() {
        var past = new Due(Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS), false);

        assertThatThrownBy(() -> task(ivan, null, past))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(FieldProblem::field, FieldProblem::messageKey)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("due", "tasks.error.due.past")));
        var id = plan.from(new TaskDraft("Nazvati", null, null, null, null, past, null, false, true), ivan);

        assertThat(inbox.of(ivan).overdue().tasks()).extracting(Task::id).containsExactly(id);
    }

    @Test
    void strangersSeeAndChangeNothing() {
        var id = task(ivan, null, in(2));

        assertThatThrownBy(() -> tasks.require(id, lana)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> complete.with(id, Completion.of(null), lana))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> postpone.to(in(4), id, false, lana)).isInstanceOf(AccessDeniedException.class);
        assertThat(many.complete(List.of(id), null, lana).skipped()).containsExactly(Map.entry("tasks.many.denied", 1));
    }

    @Test
    void undoesAStepForWhatNobodyHasChangedSince() {
        var first = task(ivan, null, in(1));
        var second = task(ivan, null, in(2));
        var step = many.postpone(List.of(first, second), in(8), false, ivan).step();
        complete.with(second, Completion.of(null), ivan);

        var undone = undo.now(step == null ? 0 : step, ivan);

        assertThat(undone).isEqualTo(new TaskUndo.Undone(1, 1));
        assertThat(task(first, ivan).term().due()).isEqualTo(in(1).at());
        assertThat(task(second, ivan).state()).isEqualTo(TaskState.DONE);
        assertThatThrownBy(() -> undo.now(step == null ? 0 : step, ivan)).isInstanceOf(Conflict.class);
    }

    @Test
    void manyAtOnceLeavesAloneWhatItCannotChangeAndSaysWhy() {
        var mine = task(ivan, null, in(1));
        var done = task(ivan, null, in(1));
        complete.with(done, Completion.of(null), ivan);
        var foreign = task(lana, null, in(1));

        var outcome = many.complete(List.of(mine, done, foreign, new TaskId(99_999)), "Riješeno", ivan);

        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.skipped())
                .containsEntry("tasks.many.over", 1)
                .containsEntry("tasks.many.denied", 1)
                .containsEntry("tasks.many.gone", 1);
    }

    @Test
    void theLastStepOfADealDemandsTheNextOneWhereItsTypeSaysSo() {
        rules.change(deals.manual().id(), true, admin);
        var deal = deals.open(admin);
        var last = task(admin, deal, in(2));

        assertThat(problems(() -> complete.with(last, Completion.of("Dogovoreno"), admin)))
                .containsExactly("nextTitle", "nextDue");
        assertThat(problems(() -> withdraw.now(last, null, admin))).containsExactly("nextTitle", "nextDue");
        assertThat(many.complete(List.of(last), null, admin).skipped()).containsKey("tasks.many.next");
        assertThat(task(last, admin).isOpen()).isTrue();

        complete.with(
                last, new Completion("Dogovoreno", TaskDraft.step("Poslati ponudu", in(4)), Map.of(), null), admin);

        assertThat(nextStep(deal)).isEqualTo(in(4).at());
        assertThat(inbox.of(admin).later().tasks()).extracting(Task::title).containsExactly("Poslati ponudu");
    }

    @Test
    void withoutTheRuleTheNextStepMayBeToldButNeedNot() {
        var deal = deals.open(admin);
        var last = task(admin, deal, in(2));

        complete.with(last, Completion.of(null), admin);

        assertThat(nextStep(deal)).isNull();
    }

    @Test
    void movingADealWithoutANextStepAsksForItInTheSameForm() {
        rules.change(deals.manual().id(), true, admin);
        var deal = deals.open(admin);

        assertThat(problems(() -> move.to(deals.stage(2), deal, Seen.ANYTHING, admin)))
                .containsExactly("nextStep-0-title");
        var answers = Map.of("nextStep-0-title", "Nazvati", "nextStep-0-due", "+3d 10");
        move.to(deals.stage(2), deal, Seen.ANYTHING, new Answers(answers, null), admin);

        assertThat(deals.visits(deal)).containsExactly("1 1 ADVANCED", "2 2 OPEN");
        assertThat(nextStep(deal)).isNotNull();
        move.to(deals.stage(3), deal, Seen.ANYTHING, admin);
    }

    @Test
    void followsWhatAProcessAsksForOnceHoweverOftenItIsTold() {
        var deal = deals.open(admin);
        var raised = new TaskRaised(
                71,
                Subject.deal(deal.value()),
                "Pripremiti ponudu",
                deals.stage(2),
                null,
                ivan.id(),
                false,
                in(3).at(),
                now());
        transactions.executeWithoutResult(status -> {
            events.publishEvent(raised);
            events.publishEvent(raised);
        });

        var task = tasks.ofPoint(71).orElseThrow();
        assertThat(task.kind()).isEqualTo(TaskKind.PROCESS);
        assertThat(nextStep(deal)).isEqualTo(in(3).at());
        transactions.executeWithoutResult(status -> {
            events.publishEvent(new TaskOver(71, true, ivan.id(), now()));
            events.publishEvent(new TaskOver(71, false, null, now()));
        });
        assertThat(tasks.ofPoint(71).orElseThrow().state()).isEqualTo(TaskState.DONE);
        assertThat(nextStep(deal)).isNull();
    }

    @Test
    void aProcessTaskThatNobodyGotIsSeenByWhoMaySeeAll() {
        var deal = deals.open(admin);
        transactions.executeWithoutResult(status -> events.publishEvent(new TaskRaised(
                72, Subject.deal(deal.value()), "Odobriti popust", null, null, null, false, null, now())));

        assertThat(tasks.require(tasks.ofPoint(72).orElseThrow().id(), admin).executorId())
                .isNull();
        assertThatThrownBy(() -> tasks.require(tasks.ofPoint(72).orElseThrow().id(), ivan))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(nextStep(deal)).isNotNull();
    }

    /** Ivan: one on time, one late, one not done, one still to come; the author's deadline counts, not the postponed. */
    @Test
    void countsDisciplineByTheDeadlinesThatAuthorsGave() {
        var onTime = assignment(admin, ivan, in(3));
        complete.with(onTime, Completion.of(null), ivan);
        var late = assignment(admin, ivan, in(3));
        var never = assignment(admin, ivan, in(3));
        assignment(admin, ivan, in(3));
        postpone.to(in(9), never, false, ivan);
        promised(late, now().minus(2, ChronoUnit.DAYS));
        promised(never, now().minus(1, ChronoUnit.DAYS));
        complete.with(late, Completion.of(null), ivan);
        assignments.giveBack(late, "Nije potpuno", admin);
        complete.with(late, Completion.of(null), ivan);

        var today = LocalDate.now(ZAGREB);
        var rows = discipline.of(new Period(today.minusDays(10), today.plusDays(10)), ZAGREB, admin);

        assertThat(rows).containsExactly(new Discipline.Row(ivan.id(), "Ivan Perić", 3, 1, 1, 1, 1));
        assertThat(discipline.of(new Period(today.minusDays(10), today.plusDays(10)), ZAGREB, lana))
                .isEmpty();
    }

    private TaskId task(CurrentUser user, @Nullable DealId deal, Due due) {
        var id = deal == null ? null : Long.valueOf(deal.value());
        return plan.from(new TaskDraft("Nazvati kupca", null, id, null, null, due, null, false, false), user);
    }

    private TaskId assignment(CurrentUser author, CurrentUser executor, Due due) {
        return plan.from(
                new TaskDraft("Pripremiti ugovor", null, null, null, executor.id(), due, null, false, false), author);
    }

    private Task task(TaskId id, CurrentUser user) {
        return tasks.require(id, user);
    }

    private static Due in(int days) {
        return Due.during(LocalDate.now(ZAGREB).plusDays(days), ZAGREB);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private void promised(TaskId id, Instant at) {
        jdbc.sql("update task set promised_at = :at where id = :id")
                .param("at", java.sql.Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    private @Nullable Instant nextStep(DealId deal) {
        var at = jdbc.sql("select next_step_at from deal where id = :id")
                .param("id", deal.value())
                .query((row, number) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
                .single();
        return at.map(java.sql.Timestamp::toInstant).orElse(null);
    }

    private static List<String> problems(Runnable refused) {
        return catchThrowableOfType(InvalidInput.class, refused::run).problems().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
