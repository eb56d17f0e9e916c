package io.lijevak.tasks;

import static io.lijevak.tasks.TaskWorld.ZAGREB;
import static io.lijevak.tasks.TaskWorld.in;
import static io.lijevak.tasks.TaskWorld.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Named;
import io.lijevak.platform.Period;
import io.lijevak.users.DeactivatePerson;
import io.lijevak.users.Role;
import io.lijevak.worktime.Absence;
import io.lijevak.worktime.RecordAbsence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who has a task: assignments and their checks, delegation, those who stand in, and people who are gone. */
@LijevakTest
class AssignmentsTests {
    @Autowired
    TaskWorld world;

    @Autowired
    World people;

    @Autowired
    DealWorld deals;

    @Autowired
    CompleteTask complete;

    @Autowired
    DelegateTask delegate;

    @Autowired
    PostponeTask postpone;

    @Autowired
    Discipline discipline;

    @Autowired
    Assignments assignments;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskInbox inbox;

    @Autowired
    RecordAbsence absences;

    @Autowired
    DeactivatePerson deactivate;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void found() {
        world.found();
    }

    @Test
    void anAssignmentIsAcceptedReportedReturnedReportedAgainAndConfirmed() {
        var id = world.assignment(world.admin(), world.ivan(), in(3));

        assignments.accept(id, world.ivan());
        complete.with(id, Completion.of("Poslano"), world.ivan());
        assertThat(world.task(id, world.admin()).state()).isEqualTo(TaskState.REPORTED);
        assertThat(inbox.of(world.admin()).check().tasks()).extracting(Task::id).containsExactly(id);
        assignments.giveBack(id, "Nedostaje potpis", world.admin());
        assertThat(world.task(id, world.ivan()).course().returns()).isEqualTo(1);
        assertThat(world.task(id, world.ivan()).course().returnReason()).isEqualTo("Nedostaje potpis");
        complete.with(id, Completion.of("Potpisano"), world.ivan());
        assignments.confirm(id, world.admin());

        var done = world.task(id, world.ivan());
        assertThat(done.state()).isEqualTo(TaskState.DONE);
        assertThat(done.course().result()).isEqualTo("Potpisano");
        assertThat(tasks.comments(id)).extracting(Tasks.Comment::text).containsExactly("Nedostaje potpis");
    }

    @Test
    void onlyTheExecutorAcceptsAndOnlyTheAuthorChecks() {
        var id = world.assignment(world.lana(), world.ivan(), in(3));

        assertThatThrownBy(() -> assignments.accept(id, world.lana())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> assignments.confirm(id, world.lana())).isInstanceOf(Conflict.class);
        complete.with(id, Completion.of("Gotovo"), world.ivan());
        assertThatThrownBy(() -> assignments.confirm(id, world.ivan())).isInstanceOf(AccessDeniedException.class);
        assignments.confirm(id, world.lana());
    }

    @Test
    void refusingAnAssignmentSaysWhyAndGivesItBackToItsAuthor() {
        var id = world.assignment(world.lana(), world.ivan(), in(3));

        assertThatThrownBy(() -> assignments.refuse(id, " ", world.ivan())).isInstanceOf(InvalidInput.class);
        assignments.refuse(id, "Na putu sam", world.ivan());

        assertThat(world.task(id, world.lana()).executorId())
                .isEqualTo(world.lana().id());
        assertThat(tasks.comments(id)).extracting(Tasks.Comment::text).containsExactly("Na putu sam");
    }

    @Test
    void aDelegatedTaskBecomesAnAssignmentThatItsGiverChecks() {
        var id = world.task(world.ivan(), null, in(2));

        delegate.to(world.lana().id(), id, "Molim te", world.ivan());

        var given = world.task(id, world.lana());
        assertThat(given.kind()).isEqualTo(TaskKind.ASSIGNMENT);
        assertThat(given.authorId()).isEqualTo(world.ivan().id());
        assertThat(given.term().promised()).isEqualTo(in(2).at());
        assertThat(inbox.of(world.lana()).later().tasks()).extracting(Task::id).containsExactly(id);
    }

    @Test
    void whoeverStandsInSeesAndCompletesTheTasksOfTheAbsent() {
        var id = world.task(world.ivan(), null, in(2));
        var today = LocalDate.now(ZAGREB);
        absences.add(
                new RecordAbsence.Draft(
                        world.ivan().id(),
                        today.minusDays(1),
                        today.plusDays(1),
                        Absence.Kind.SICK,
                        world.lana().id(),
                        null),
                world.ivan());

        assertThat(inbox.of(world.lana()).later().tasks()).extracting(Task::id).containsExactly(id);
        complete.with(id, Completion.of("Umjesto Ivana"), world.lana());

        assertThat(world.task(id, world.ivan()).course().closedBy())
                .isEqualTo(new Named(world.lana().id(), "Lana Božić"));
    }

    @Test
    void tasksOfSomebodyWhoIsGoneGoToTheHeadVisibly() {
        var head = people.person("Nada Voditelj", Role.HEAD_OF_SALES);
        var marko = people.user(people.person("Marko Gone", Role.SALES_REP, null, head));
        var id = world.task(marko, null, in(2));

        deactivate.now(world.admin(), marko.person());

        var task = world.task(id, world.admin());
        assertThat(task.executorId()).isEqualTo(head.value());
        assertThat(task.hands().was()).isEqualTo(new Named(marko.id(), "Marko Gone"));
        assertThat(task.hands().fellToHead()).isTrue();
        assertThatThrownBy(() -> world.assignment(world.admin(), marko, in(3))).isInstanceOf(InvalidInput.class);
    }

    /** Ivan: one on time, one late, one not done, one still to come; the author's deadline counts, not the postponed. */
    @Test
    void countsDisciplineByTheDeadlinesThatAuthorsGave() {
        var onTime = world.assignment(world.admin(), world.ivan(), in(3));
        complete.with(onTime, Completion.of(null), world.ivan());
        var late = world.assignment(world.admin(), world.ivan(), in(3));
        var never = world.assignment(world.admin(), world.ivan(), in(3));
        world.assignment(world.admin(), world.ivan(), in(3));
        postpone.to(in(9), never, false, world.ivan());
        world.promised(late, now().minus(2, ChronoUnit.DAYS));
        world.promised(never, now().minus(1, ChronoUnit.DAYS));
        complete.with(late, Completion.of(null), world.ivan());
        assignments.giveBack(late, "Nije potpuno", world.admin());
        complete.with(late, Completion.of(null), world.ivan());

        var today = LocalDate.now(ZAGREB);
        var rows = discipline.of(new Period(today.minusDays(10), today.plusDays(10)), ZAGREB, world.admin());

        assertThat(rows).containsExactly(new Discipline.Row(world.ivan().id(), "Ivan Perić", 3, 1, 1, 1, 1));
        assertThat(discipline.of(new Period(today.minusDays(10), today.plusDays(10)), ZAGREB, world.lana()))
                .isEmpty();
    }
}
