package io.lijevak.tasks;

import static io.lijevak.tasks.TaskWorld.in;
import static io.lijevak.tasks.TaskWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.LijevakTest;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.MoveDeal;
import io.lijevak.deals.Seen;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Answers;
import io.lijevak.process.NextStepRules;
import io.lijevak.process.Subject;
import io.lijevak.process.TaskOver;
import io.lijevak.process.TaskRaised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionOperations;

/** The next step of a deal: its earliest open task, demanded where its type says so, and what a process asks for. */
@LijevakTest
class NextStepTests {
    @Autowired
    TaskWorld world;

    @Autowired
    DealWorld deals;

    @Autowired
    CompleteTask complete;

    @Autowired
    PostponeTask postpone;

    @Autowired
    ManyTasks many;

    @Autowired
    WithdrawTask withdraw;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskInbox inbox;

    @Autowired
    NextStepRules rules;

    @Autowired
    MoveDeal move;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transactions;

    @BeforeEach
    void found() {
        world.found();
    }

    @Test
    void keepsTheEarliestOpenTaskAsTheNextStepOfItsDeal() {
        var deal = deals.open(world.admin());
        var later = world.task(world.admin(), deal, in(5));
        var sooner = world.task(world.admin(), deal, in(2));

        assertThat(world.nextStep(deal)).isEqualTo(in(2).at());
        postpone.to(in(9), sooner, false, world.admin());
        assertThat(world.nextStep(deal)).isEqualTo(in(5).at());
        complete.with(later, Completion.of("Dogovoreno"), world.admin());
        assertThat(world.nextStep(deal)).isEqualTo(in(9).at());
        complete.with(sooner, Completion.of(null), world.admin());
        assertThat(world.nextStep(deal)).isNull();
    }

    @Test
    void theLastStepOfADealDemandsTheNextOneWhereItsTypeSaysSo() {
        rules.change(deals.manual().id(), true, world.admin());
        var deal = deals.open(world.admin());
        var last = world.task(world.admin(), deal, in(2));

        assertThat(problems(() -> complete.with(last, Completion.of("Dogovoreno"), world.admin())))
                .containsExactly("nextTitle", "nextDue");
        assertThat(problems(() -> withdraw.now(last, null, world.admin()))).containsExactly("nextTitle", "nextDue");
        assertThat(many.complete(List.of(last), null, world.admin()).skipped()).containsKey("tasks.many.next");
        assertThat(world.task(last, world.admin()).isOpen()).isTrue();

        complete.with(
                last,
                new Completion("Dogovoreno", TaskDraft.step("Poslati ponudu", in(4)), Map.of(), null),
                world.admin());

        assertThat(world.nextStep(deal)).isEqualTo(in(4).at());
        assertThat(inbox.of(world.admin()).later().tasks())
                .extracting(Task::title)
                .containsExactly("Poslati ponudu");
    }

    @Test
    void withoutTheRuleTheNextStepMayBeToldButNeedNot() {
        var deal = deals.open(world.admin());
        var last = world.task(world.admin(), deal, in(2));

        complete.with(last, Completion.of(null), world.admin());

        assertThat(world.nextStep(deal)).isNull();
    }

    @Test
    void movingADealWithoutANextStepAsksForItInTheSameForm() {
        rules.change(deals.manual().id(), true, world.admin());
        var deal = deals.open(world.admin());

        assertThat(problems(() -> move.to(deals.stage(2), deal, Seen.ANYTHING, world.admin())))
                .containsExactly("nextStep-0-title");
        var answers = Map.of("nextStep-0-title", "Nazvati", "nextStep-0-due", "+3d 10");
        move.to(deals.stage(2), deal, Seen.ANYTHING, new Answers(answers, null), world.admin());

        assertThat(deals.visits(deal)).containsExactly("1 1 ADVANCED", "2 2 OPEN");
        assertThat(world.nextStep(deal)).isNotNull();
        move.to(deals.stage(3), deal, Seen.ANYTHING, world.admin());
    }

    @Test
    void followsWhatAProcessAsksForOnceHoweverOftenItIsTold() {
        var deal = deals.open(world.admin());
        var raised = new TaskRaised(
                71,
                Subject.deal(deal.value()),
                "Pripremiti ponudu",
                deals.stage(2),
                null,
                world.ivan().id(),
                false,
                in(3).at(),
                now());
        transactions.executeWithoutResult(status -> {
            events.publishEvent(raised);
            events.publishEvent(raised);
        });

        var task = tasks.ofPoint(71).orElseThrow();
        assertThat(task.kind()).isEqualTo(TaskKind.PROCESS);
        assertThat(world.nextStep(deal)).isEqualTo(in(3).at());
        transactions.executeWithoutResult(status -> {
            events.publishEvent(new TaskOver(71, true, world.ivan().id(), now()));
            events.publishEvent(new TaskOver(71, false, null, now()));
        });
        assertThat(tasks.ofPoint(71).orElseThrow().state()).isEqualTo(TaskState.DONE);
        assertThat(world.nextStep(deal)).isNull();
    }

    @Test
    void aProcessTaskThatNobodyGotIsSeenByWhoMaySeeAll() {
        var deal = deals.open(world.admin());
        transactions.executeWithoutResult(status -> events.publishEvent(new TaskRaised(
                72, Subject.deal(deal.value()), "Odobriti popust", null, null, null, false, null, now())));

        assertThat(tasks.require(tasks.ofPoint(72).orElseThrow().id(), world.admin())
                        .executorId())
                .isNull();
        assertThatThrownBy(() -> tasks.require(tasks.ofPoint(72).orElseThrow().id(), world.ivan()))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(world.nextStep(deal)).isNotNull();
    }

    private static List<String> problems(Runnable refused) {
        return catchThrowableOfType(InvalidInput.class, refused::run).problems().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
