package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealWorld;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Named;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.DeactivatePerson;
import io.lijevak.users.Role;
import io.lijevak.worktime.Absence;
import io.lijevak.worktime.RecordAbsence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who has a task: assignments and their checks, delegation, those who stand in, and people who are gone. */
@LijevakTest
class AssignmentsTests {
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
    DelegateTask delegate;

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
    void anAssignmentIsAcceptedReportedReturnedReportedAgainAndConfirmed() {
        var id = assignment(admin, ivan, in(3));

        assignments.accept(id, ivan);
        complete.with(id, Completion.of("Poslano"), ivan);
        assertThat(task(id, admin).state()).isEqualTo(TaskState.REPORTED);
        assertThat(inbox.of(admin).check().tasks()).extracting(Task::id).containsExactly(id);
        assignments.giveBack(id, "Nedostaje potpis", admin);
        assertThat(task(id, ivan).course().returns()).isEqualTo(1);
        assertThat(task(id, ivan).course().returnReason()).isEqualTo("Nedostaje potpis");
        complete.with(id, Completion.of("Potpisano"), ivan);
        assignments.confirm(id, admin);

        var done = task(id, ivan);
        assertThat(done.state()).isEqualTo(TaskState.DONE);
        assertThat(done.course().result()).isEqualTo("Potpisano");
        assertThat(tasks.comments(id)).extracting(Tasks.Comment::text).containsExactly("Nedostaje potpis");
    }

    @Test
    void onlyTheExecutorAcceptsAndOnlyTheAuthorChecks() {
        var id = assignment(lana, ivan, in(3));

        assertThatThrownBy(() -> assignments.accept(id, lana)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> assignments.confirm(id, lana)).isInstanceOf(Conflict.class);
        complete.with(id, Completion.of("Gotovo"), ivan);
        assertThatThrownBy(() -> assignments.confirm(id, ivan)).isInstanceOf(AccessDeniedException.class);
        assignments.confirm(id, lana);
    }

    @Test
    void refusingAnAssignmentSaysWhyAndGivesItBackToItsAuthor() {
        var id = assignment(lana, ivan, in(3));

        assertThatThrownBy(() -> assignments.refuse(id, " ", ivan)).isInstanceOf(InvalidInput.class);
        assignments.refuse(id, "Na putu sam", ivan);

        assertThat(task(id, lana).executorId()).isEqualTo(lana.id());
        assertThat(tasks.comments(id)).extracting(Tasks.Comment::text).containsExactly("Na putu sam");
    }

    @Test
    void aDelegatedTaskBecomesAnAssignmentThatItsGiverChecks() {
        var id = task(ivan, null, in(2));

        delegate.to(lana.id(), id, "Molim te", ivan);

        var given = task(id, lana);
        assertThat(given.kind()).isEqualTo(TaskKind.ASSIGNMENT);
        assertThat(given.authorId()).isEqualTo(ivan.id());
        assertThat(given.term().promised()).isEqualTo(in(2).at());
        assertThat(inbox.of(lana).later().tasks()).extracting(Task::id).containsExactly(id);
    }

    @Test
    void whoeverStandsInSeesAndCompletesTheTasksOfTheAbsent() {
        var id = task(ivan, null, in(2));
        var today = LocalDate.now(ZAGREB);
        absences.add(
                new RecordAbsence.Draft(
                        ivan.id(), today.minusDays(1), today.plusDays(1), Absence.Kind.SICK, lana.id(), null),
                ivan);

        assertThat(inbox.of(lana).later().tasks()).extracting(Task::id).containsExactly(id);
        complete.with(id, Completion.of("Umjesto Ivana"), lana);

        assertThat(task(id, ivan).course().closedBy()).isEqualTo(new Named(lana.id(), "Lana Božić"));
    }

    @Test
    void tasksOfSomebodyWhoIsGoneGoToTheHeadVisibly() {
        var head = world.person("Nada Voditelj", Role.HEAD_OF_SALES);
        var marko = world.user(world.person("Marko Gone", Role.SALES_REP, null, head));
        var id = task(marko, null, in(2));

        deactivate.now(admin, marko.person());

        var task = task(id, admin);
        assertThat(task.executorId()).isEqualTo(head.value());
        assertThat(task.hands().was()).isEqualTo(new Named(marko.id(), "Marko Gone"));
        assertThat(task.hands().fellToHead()).isTrue();
        assertThatThrownBy(() -> assignment(admin, marko, in(3))).isInstanceOf(InvalidInput.class);
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
}
