package io.lijevak.tasks;

import static io.lijevak.tasks.TaskWorld.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.LijevakTest;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Tasks by themselves: whose they are, when they are due, one and many at once, and taking a step back. */
@LijevakTest
class TasksTests {
    @Autowired
    TaskWorld world;

    @Autowired
    PlanTask plan;

    @Autowired
    CompleteTask complete;

    @Autowired
    PostponeTask postpone;

    @Autowired
    ManyTasks many;

    @Autowired
    TaskUndo undo;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskInbox inbox;

    @BeforeEach
    void found() {
        world.found();
    }

    @Test
    void tellsWhoCompletedATaskFirst() {
        var task = world.task(world.ivan(), null, in(1));
        complete.with(task, Completion.of("Nazvao"), world.ivan());

        var refusal =
                catchThrowableOfType(Conflict.class, () -> complete.with(task, Completion.of(null), world.admin()));

        assertThat(refusal.messageKey()).isEqualTo("tasks.error.done");
        assertThat(refusal.arguments()).contains("Ivan Perić");
    }

    @Test
    void asksAboutADeadlineInThePastAndTakesItWhenMeant() {
        var past = new Due(Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS), false);

        assertThatThrownBy(() -> world.task(world.ivan(), null, past))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(FieldProblem::field, FieldProblem::messageKey)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("due", "tasks.error.due.past")));
        var id = plan.from(new TaskDraft("Nazvati", null, null, null, null, past, null, false, true), world.ivan());

        assertThat(inbox.of(world.ivan()).overdue().tasks())
                .extracting(Task::id)
                .containsExactly(id);
    }

    @Test
    void strangersSeeAndChangeNothing() {
        var id = world.task(world.ivan(), null, in(2));

        assertThatThrownBy(() -> tasks.require(id, world.lana())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> complete.with(id, Completion.of(null), world.lana()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> postpone.to(in(4), id, false, world.lana())).isInstanceOf(AccessDeniedException.class);
        assertThat(many.complete(List.of(id), null, world.lana()).skipped())
                .containsExactly(Map.entry("tasks.many.denied", 1));
    }

    @Test
    void undoesAStepForWhatNobodyHasChangedSince() {
        var first = world.task(world.ivan(), null, in(1));
        var second = world.task(world.ivan(), null, in(2));
        var step = many.postpone(List.of(first, second), in(8), false, world.ivan())
                .step();
        complete.with(second, Completion.of(null), world.ivan());

        var undone = undo.now(step == null ? 0 : step, world.ivan());

        assertThat(undone).isEqualTo(new TaskUndo.Undone(1, 1));
        assertThat(world.task(first, world.ivan()).term().due()).isEqualTo(in(1).at());
        assertThat(world.task(second, world.ivan()).state()).isEqualTo(TaskState.DONE);
        assertThatThrownBy(() -> undo.now(step == null ? 0 : step, world.ivan()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void manyAtOnceLeavesAloneWhatItCannotChangeAndSaysWhy() {
        var mine = world.task(world.ivan(), null, in(1));
        var done = world.task(world.ivan(), null, in(1));
        complete.with(done, Completion.of(null), world.ivan());
        var foreign = world.task(world.lana(), null, in(1));

        var outcome = many.complete(List.of(mine, done, foreign, new TaskId(99_999)), "Riješeno", world.ivan());

        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.skipped())
                .containsEntry("tasks.many.over", 1)
                .containsEntry("tasks.many.denied", 1)
                .containsEntry("tasks.many.gone", 1);
    }
}
