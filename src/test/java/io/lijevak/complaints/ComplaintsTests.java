package io.lijevak.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.complaints.ComplaintFields.Circle;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
class ComplaintsTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ComplaintWorld given;

    @Autowired
    CreateDeal createDeal;

    @Autowired
    ReceiveComplaint receive;

    @Autowired
    ChangeComplaint change;

    @Autowired
    EndComplaint end;

    @Autowired
    Complaints complaints;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;
    private CustomerId mill;

    @BeforeEach
    void begin() {
        ana = deals.found();
        mill = given.customer("Uljara", ana);
    }

    @Test
    void beginsItsProcessWithATaskForWhoAnswersForIt() {
        var ivan = world.user(world.person("Ivan", Role.SALES_REP));

        var id = receive.with(ComplaintWorld.fields(mill, "Leaking pump", ivan.id()), null, ana);

        var waiting = complaints.require(id, ana).waiting();
        assertThat(given.waits(id)).containsExactly("receive");
        assertThat(waiting).isNotNull();
        assertThat(waiting.executors()).isEqualTo("Ivan");
        assertThat(waiting.due()).isNotNull();
        assertThat(jdbc.sql("select executor_id || ' ' || customer_id from task")
                        .query(String.class)
                        .single())
                .isEqualTo(ivan.id() + " " + mill);
    }

    @Test
    void whatIsJustifiedIsMadeGoodAndEndsSettled() {
        var id = given.toBeDecided(mill, ana);

        given.complete(id, Map.of("finding", "justified", "compensation", "A new pump"), ana);

        assertThat(given.waits(id)).containsExactly("remedy");
        assertThat(complaints.require(id, ana).course().compensation()).isEqualTo("A new pump");
        given.complete(id, Map.of(), ana);
        given.complete(id, Map.of(), ana);
        var course = complaints.require(id, ana).course();
        assertThat(course.closed()).isNotNull();
        assertThat(course.endedAs()).isEqualTo("Riješena");
        assertThat(jdbc.sql("select ending || ' ' || end_name from process_run")
                        .query(String.class)
                        .single())
                .isEqualTo("SUCCESS Riješena");
        assertThat(audit.of("complaint", id.value(), 10))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("closed", "decided", "received");
    }

    @Test
    void whatIsNotJustifiedIsExplained() {
        var id = given.toBeDecided(mill, ana);

        given.complete(id, Map.of("finding", "unjustified", "reasons", "Frozen without antifreeze"), ana);

        assertThat(given.waits(id)).containsExactly("explain");
        given.complete(id, Map.of(), ana);
        var course = complaints.require(id, ana).course();
        assertThat(course.finding()).isEqualTo(Finding.UNJUSTIFIED);
        assertThat(course.endedAs()).isEqualTo("Neopravdana");
    }

    @Test
    void whatTheCustomerDoesNotMaintainEndsAtOnce() {
        var id = given.toBeDecided(mill, ana);

        given.complete(id, Map.of("finding", "withdrawn"), ana);

        assertThat(given.waits(id)).isEmpty();
        assertThat(complaints.require(id, ana).course().endedAs()).isEqualTo("Povučena");
    }

    @Test
    void nothingIsDecidedWithoutAFindingAndItsReasons() {
        var id = given.toBeDecided(mill, ana);

        assertRefused(() -> given.complete(id, Map.of(), ana), "finding");
        assertRefused(() -> given.complete(id, Map.of("finding", "perhaps"), ana), "finding");
        assertRefused(() -> given.complete(id, Map.of("finding", "unjustified"), ana), "reasons");
        assertRefused(
                () -> given.complete(
                        id, Map.of("finding", "unjustified", "reasons", "Worn out", "compensation", "10 EUR"), ana),
                "compensation");
        assertThat(given.waits(id)).containsExactly("decide");
    }

    @Test
    void onlyThePointBeforeTheChoiceAsksForTheDecision() {
        var id = given.received(mill, "Leaking pump", ana);

        given.complete(id, Map.of("finding", "justified"), ana);

        assertThat(complaints.require(id, ana).course().finding()).isNull();
    }

    @Test
    void withdrawingTakesOpenTasksBackAndReopeningBeginsAnew() {
        var id = given.toBeDecided(mill, ana);

        assertRefused(() -> end.withdraw(id, " ", ana), "reason");
        end.withdraw(id, "They found the fault themselves", ana);

        assertThat(given.waits(id)).isEmpty();
        assertThat(complaints.require(id, ana).course().finding()).isEqualTo(Finding.WITHDRAWN);
        assertThat(states()).containsExactly("DONE", "DONE", "WITHDRAWN");
        assertThatThrownBy(() -> end.withdraw(id, "Again", ana)).isInstanceOf(Conflict.class);

        end.reopen(id, ana);

        assertThat(given.waits(id)).containsExactly("receive");
        assertThat(complaints.require(id, ana).course().finding()).isNull();
        assertThat(complaints.require(id, ana).isOpen()).isTrue();
        assertThatThrownBy(() -> end.reopen(id, ana)).isInstanceOf(Conflict.class);
    }

    @Test
    void theDealTellsTheCustomer() {
        var deal = dealOf(mill);

        var id =
                receive.with(ComplaintWorld.fields(new Circle(null, null, deal), "Late delivery", ana.id()), null, ana);

        assertThat(complaints.require(id, ana).names().customer().name()).isEqualTo("Uljara");
    }

    @Test
    void refusesWhatBelongsToAnotherCustomerAndWhatIsStillToCome() {
        var other = given.customer("Mlin", ana);
        jdbc.sql("insert into contact_person (customer_id, name) values (:id, 'Branka')")
                .param("id", other.value())
                .update();
        var deal = dealOf(other);

        assertRefused(() -> receive(new Circle(mill.value(), 1L, null), "Leak"), "contact");
        assertRefused(() -> receive(new Circle(mill.value(), null, deal), "Leak"), "deal");
        assertRefused(() -> receive(new Circle(null, null, null), "Leak"), "customer");
        assertRefused(() -> receive(new Circle(mill.value(), null, null), " "), "subject");
        assertRefused(() -> receive(new Circle(mill.value(), null, null), "x".repeat(201)), "subject");
        var plain = ComplaintWorld.fields(mill, "Leak", ana.id());
        var ahead = new ComplaintFields(
                plain.circle(),
                plain.subject(),
                null,
                plain.channel(),
                plain.receivedAt().plusSeconds(3600),
                plain.urgency(),
                ana.id());
        assertRefused(() -> receive.with(ahead, null, ana), "receivedAt");
        assertRefused(() -> receive.with(plain, "no-such-process", ana), "process");
        assertThat(jdbc.sql("select count(*) from complaint")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theSecondEditorIsToldAndNothingIsLost() {
        var id = given.received(mill, "Leak", ana);
        change.to(id, 1, ComplaintWorld.fields(mill, "Leak at the joint", ana.id()), ana);

        assertThatThrownBy(() -> change.to(id, 1, ComplaintWorld.fields(mill, "Other", ana.id()), ana))
                .isInstanceOf(StaleVersion.class);
        assertThat(complaints.require(id, ana).fields().subject()).isEqualTo("Leak at the joint");
    }

    @Test
    void anotherResponsiblePersonGetsWhatTheProcessAskedOfTheFormerOne() {
        var ivan = world.user(world.person("Ivan", Role.SALES_REP));
        var id = given.received(mill, "Leak", ana);
        var decided = given.toBeDecided(mill, ana);

        change.to(id, 1, ComplaintWorld.fields(mill, "Leak", ivan.id()), ana);
        change.to(decided, 1, ComplaintWorld.fields(mill, "Leaking pump", ivan.id()), ana);

        assertThat(given.open(id).getFirst().executor()).isEqualTo(ivan.id());
        assertThat(given.open(decided).getFirst().executor())
                .as("the decision is addressed to a role")
                .isEqualTo(ana.id());
        assertThat(jdbc.sql("select executor_id from task where state = 'OPEN' order by id")
                        .query(Long.class)
                        .list())
                .containsExactly(ivan.id(), ana.id());
    }

    private void receive(Circle circle, String subject) {
        receive.with(ComplaintWorld.fields(circle, subject, ana.id()), null, ana);
    }

    private long dealOf(CustomerId customer) {
        var terms = new DealTerms("Pumps", customer.value(), null, null, null, null, "EUR", null, List.of());
        return createDeal
                .with(new NewDeal(deals.manual().id(), null, ana.id(), terms), ana)
                .value();
    }

    private List<String> states() {
        return jdbc.sql("select state from task order by id")
                .query(String.class)
                .list();
    }

    private static void assertRefused(ThrowingCallable attempt, String field) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(problem -> problem.field().equals(field)));
    }
}
