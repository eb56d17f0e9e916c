package io.lijevak.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealList;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.MoveDeal;
import io.lijevak.deals.Seen;
import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Answers;
import io.lijevak.process.Requirement;
import io.lijevak.process.Subject;
import io.lijevak.process.TypeRules;
import io.lijevak.users.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What stages and types demand of contacts, and the lists of what nobody looks after. */
@LijevakTest
class ContactRequirementsTests {
    @Autowired
    DealWorld dealWorld;

    @Autowired
    InteractionRequirement kind;

    @Autowired
    RecordInteraction record;

    @Autowired
    SettleInteraction settle;

    @Autowired
    TypeRules rules;

    @Autowired
    MoveDeal move;

    @Autowired
    DealList deals;

    @Autowired
    CreateCustomer createCustomer;

    @Autowired
    CustomerList customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private CurrentUser ana;
    private DealId deal;
    private Instant now;

    @BeforeEach
    void begin() {
        ana = dealWorld.found();
        deal = dealWorld.open(ana);
        // The deal has stood in its stage for ten days.
        jdbc.sql("alter table stage_visit disable trigger all").update();
        jdbc.sql("update stage_visit set entered_at = now() - interval '10 days'")
                .update();
        jdbc.sql("alter table stage_visit enable trigger all").update();
        jdbc.sql("update deal set opened_at = now() - interval '20 days'").update();
        now = Instant.now();
        held(InteractionKind.CALL, 15);
        held(InteractionKind.CALL, 2);
        held(InteractionKind.NOTE, 1);
        plan(InteractionKind.MEETING, 3);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: fulfilled {4}")
    @CsvSource({
        "any, held, 1, ever, true",
        "any, held, 2, ever, true",
        "any, held, 3, ever, false",
        "call, held, 2, ever, true",
        "call, held, 2, stage, false",
        "call, held, 1, stage, true",
        "meeting, held, 1, ever, false",
        "meeting, planned, 1, ever, true",
        "meeting, planned, 1, stage, true",
        "meeting, planned, 2, ever, false",
        "email, held, 1, ever, false",
        "call, planned, 1, ever, false"
    })
    void countsTheContactsThatTheStageAsksFor(String contact, String state, String count, String since, boolean met) {
        var settings = Map.of("contact", contact, "state", state, "count", count, "since", since);

        assertThat(kind.problems(settings)).isEmpty();
        assertThat(kind.missing(new Requirement(7, "interaction", settings), Subject.deal(deal.value()), ana)
                        .isEmpty())
                .isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"contact, fax", "contact, note", "state, failed", "count, 0", "count, 21", "count, many"})
    void refusesSettingsThatNobodyCouldFulfil(String name, String value) {
        assertThat(kind.problems(Map.of(name, value)))
                .extracting(FieldProblem::field)
                .containsExactly(name);
    }

    @Test
    void whatIsMissingIsWrittenDownOnTheSpot() {
        var wanted = new Requirement(7, "interaction", Map.of("contact", "email", "state", "held"));
        var subject = Subject.deal(deal.value());
        var missing = kind.missing(wanted, subject, ana).orElseThrow();
        var input = missing.inputs().getFirst().name();

        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        status -> kind.fulfil(wanted, subject, Map.of(input + "-other", "x"), ana)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo(input));
        transactions.executeWithoutResult(
                status -> kind.fulfil(wanted, subject, Map.of(input, "Sent the offer\nwith two variants"), ana));

        assertThat(kind.missing(wanted, subject, ana)).isEmpty();
        assertThat(jdbc.sql("select subject from interaction where kind = 'EMAIL'")
                        .query(String.class)
                        .single())
                .isEqualTo("Sent the offer");
    }

    @Test
    void aDealDoesNotMoveBeforeTheResultOfItsContactIsRecorded() {
        move.to(dealWorld.stage(2), deal, Seen.ANYTHING, ana);
        plan(InteractionKind.CALL, 1);
        rules.change(dealWorld.manual().id(), new TypeRules.Rules(false, true), ana);

        assertThatThrownBy(() -> move.to(dealWorld.stage(3), deal, Seen.ANYTHING, ana))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().getFirst().messageKey())
                                .isEqualTo("interactions.missing.result"));

        var answers = new Answers(Map.of("result--1-said", "They agreed", "result--1-state", "HELD"), null);
        assertThat(move.to(dealWorld.stage(3), deal, Seen.ANYTHING, answers, ana))
                .isTrue();
        // The meeting was planned at the first stage and lies ahead: it does not hold the deal up.
        assertThat(move.to(dealWorld.stage(4), deal, Seen.ANYTHING, ana)).isTrue();
    }

    @Test
    void withoutTheRuleADealMovesFreely() {
        assertThat(move.to(dealWorld.stage(2), deal, Seen.ANYTHING, ana)).isTrue();
    }

    @Test
    void listsDealsWithoutAnyContactAndThoseLongSilent() {
        var untouched = dealWorld.open(ana);

        assertThat(found("none")).containsExactly(untouched.value());
        assertThat(found("2")).containsExactly(deal.value());
        assertThat(found("3")).isEmpty();
        assertThat(found("nonsense")).isEmpty();
        transactions.executeWithoutResult(status -> jdbc.sql("update deal set outcome = 'LOST' where id = :id")
                .param("id", untouched.value())
                .update());
        assertThat(found("none")).isEmpty();
    }

    @Test
    void listsCustomersThatNobodyWasInTouchWith() {
        var called = createCustomer.from(CustomerFields.named("Called"), ana).id();
        var forgotten =
                createCustomer.from(CustomerFields.named("Forgotten"), ana).id();
        jdbc.sql("update customer set created_at = now() - interval '40 days'").update();
        record.with(
                fields(InteractionKind.CALL, now, new Circle(called.value(), null, List.of(), List.of())),
                InteractionState.HELD,
                null,
                ana);
        var filter = CustomerFilter.of(Map.of("silent", "30"));

        assertThat(customers.page(filter, ana, null, 10).items())
                .extracting(row -> row.id())
                .containsExactly(forgotten.value());
        assertThat(customers.count(filter, ana, true)).isEqualTo(1);
    }

    private List<Long> found(String contact) {
        return deals.page(DealFilter.of(Map.of("contact", contact)), "", null, 10, ana).items().stream()
                .map(row -> row.id())
                .toList();
    }

    private void held(InteractionKind of, int daysAgo) {
        record.with(fields(of, now.minus(Duration.ofDays(daysAgo)), about()), InteractionState.HELD, null, ana);
    }

    private void plan(InteractionKind of, int inDays) {
        record.with(fields(of, now.plus(Duration.ofDays(inDays)), about()), InteractionState.PLANNED, null, ana);
    }

    private Circle about() {
        return new Circle(null, deal.value(), List.of(), List.of());
    }

    private InteractionFields fields(InteractionKind of, Instant at, Circle circle) {
        var occasion = Occasion.of(of, new Occasion.Parts(null, null, null, null, null));
        return new InteractionFields(occasion, at, "About it", null, null, Importance.NORMAL, circle, ana.id());
    }
}
