package io.lijevak.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.interactions.SettleInteraction.Settlement;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Named;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.CurrentUser;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LijevakTest
class InteractionsTests {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    DealWorld dealWorld;

    @Autowired
    CreateCustomer createCustomer;

    @Autowired
    CreateDeal createDeal;

    @Autowired
    RecordInteraction record;

    @Autowired
    ChangeInteraction change;

    @Autowired
    SettleInteraction settle;

    @Autowired
    OpenDealFromInteraction open;

    @Autowired
    Interactions interactions;

    @Autowired
    InteractionWay way;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;
    private CustomerId customer;
    private DealId deal;

    @BeforeEach
    void begin() {
        ana = dealWorld.found();
        customer = createCustomer.from(CustomerFields.named("Uljara"), ana).id();
        deal = dealOf(customer, ana);
    }

    @Test
    void aHeldCallTellsDealAndCustomerWhenSomebodyWasLastInTouch() {
        held(InteractionKind.CALL, NOW.minus(Duration.ofDays(3)), about(deal));
        held(InteractionKind.CALL, NOW.minus(Duration.ofDays(9)), about(deal));
        held(InteractionKind.NOTE, NOW.minus(Duration.ofDays(1)), about(deal));

        assertThat(moment("deal", "last_contact_at")).isEqualTo(NOW.minus(Duration.ofDays(3)));
        assertThat(moment("customer", "last_contact_at")).isEqualTo(NOW.minus(Duration.ofDays(3)));
        assertThat(touches()).isEqualTo(2);
    }

    @Test
    void aPlannedMeetingIsTheNextStepUntilItIsHeld() {
        var later = NOW.plus(Duration.ofDays(5));
        var sooner = NOW.plus(Duration.ofDays(2));
        plan(later, about(deal));
        var meeting = plan(sooner, about(deal));

        assertThat(moment("deal", "next_step_at")).isEqualTo(sooner);
        assertThat(moment("deal", "last_contact_at")).isNull();

        settle.as(new Settlement(InteractionState.HELD, null, "They want two variants", 45), meeting, 1, ana);

        assertThat(moment("deal", "next_step_at")).isEqualTo(later);
        assertThat(moment("deal", "last_contact_at")).isAfterOrEqualTo(NOW);
        assertThat(steps(meeting)).containsExactly("planned", "held");
    }

    @Test
    void movedAndFailedAreCountedEachByItself() {
        var meeting = plan(NOW.plus(Duration.ofDays(1)), about(deal));

        settle.move(NOW.plus(Duration.ofDays(2)), meeting, 1, ana);
        settle.as(new Settlement(InteractionState.FAILED, null, null, null), meeting, 2, ana);
        settle.move(NOW.plus(Duration.ofDays(3)), meeting, 3, ana);
        settle.as(new Settlement(InteractionState.CANCELLED, null, null, null), meeting, 4, ana);

        assertThat(steps(meeting)).containsExactly("planned", "moved", "failed", "planned", "cancelled");
        assertThat(moment("deal", "next_step_at")).isNull();
        assertThat(touches()).isZero();
    }

    @Test
    void whatWasHeldNeedsItsResultAndIsSettledOnce() {
        var meeting = plan(NOW.plus(Duration.ofDays(1)), about(deal));

        assertThatThrownBy(() -> settle.as(new Settlement(InteractionState.HELD, null, " ", null), meeting, 1, ana))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo("result"));
        settle.as(new Settlement(InteractionState.HELD, null, "Yes", null), meeting, 1, ana);
        assertThatThrownBy(() -> settle.as(new Settlement(InteractionState.FAILED, null, null, null), meeting, 2, ana))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> settle.move(NOW.plus(Duration.ofDays(1)), meeting, 2, ana))
                .isInstanceOf(Conflict.class);
        assertThat(steps(meeting)).containsExactly("planned", "held");
    }

    @Test
    void theSecondEditorIsTold() {
        var call = held(InteractionKind.CALL, NOW, about(deal));
        var fields = interactions.require(call, ana).fields();
        change.to(call, 1, fields, ana);

        assertThatThrownBy(() -> change.to(call, 1, fields, ana)).isInstanceOf(StaleVersion.class);
    }

    @Test
    void goingToAnotherDealTellsBoth() {
        var other = dealOf(customer, ana);
        var call = held(InteractionKind.CALL, NOW, about(deal));
        var fields = interactions.require(call, ana).fields();

        change.to(call, 1, fields.within(new Circle(customer.value(), other.value(), List.of(), List.of())), ana);

        assertThat(moment("deal", "last_contact_at")).isNull();
        assertThat(jdbc.sql("select touches from deal where id = :id")
                        .param("id", other.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anUnknownCallerIsKeptByNumberAndMatchedLater() {
        var call = record.with(
                new InteractionFields(
                        new Occasion.Call(Occasion.Direction.INCOMING, "091 234 5678", null),
                        NOW,
                        "Asks for a price",
                        null,
                        null,
                        Importance.NORMAL,
                        Circle.NOBODY,
                        ana.id()),
                InteractionState.HELD,
                null,
                ana);
        var stored = interactions.require(call, ana);

        assertThat(stored.fields().occasion().counterpart()).isEqualTo("+385912345678");
        assertThat(page(Map.of("customer", "none"), ana)).containsExactly(call);

        change.to(call, 1, stored.fields().within(new Circle(customer.value(), null, List.of(), List.of())), ana);

        assertThat(page(Map.of("customer", "none"), ana)).isEmpty();
        assertThat(moment("customer", "last_contact_at")).isEqualTo(NOW);
    }

    @Test
    void aDealBeginsWithACallOnceAndEachKnowsTheOther() {
        var call = held(InteractionKind.CALL, NOW, new Circle(customer.value(), null, List.of(), List.of()));
        var terms = new DealTerms("New press", customer.value(), null, null, null, null, "EUR", null, List.of());
        var wanted = new NewDeal(dealWorld.manual().id(), null, ana.id(), terms);
        var next = new OpenDealFromInteraction.Next(InteractionKind.MEETING, NOW.plus(Duration.ofDays(1)), "Demo");

        var opened = open.as(wanted, next, call, ana);

        var stored = interactions.require(call, ana);
        assertThat(stored.openedDeal()).isEqualTo(new Named(opened.value(), "New press"));
        assertThat(stored.fields().circle().deal()).isEqualTo(opened.value());
        assertThat(interactions.originOf(opened.value(), ana).orElseThrow().id())
                .isEqualTo(call);
        assertThat(interactions.plannedAbout(opened.value(), ana)).hasSize(1);
        assertThatThrownBy(() -> open.as(wanted, null, call, ana)).isInstanceOf(Conflict.class);
        assertThat(jdbc.sql("select count(*) from deal").query(Integer.class).single())
                .isEqualTo(2);
    }

    private List<InteractionId> page(Map<String, String> parameters, CurrentUser viewer) {
        return interactions.page(InteractionFilter.of(parameters), null, 200, viewer).items().stream()
                .map(Interaction::id)
                .toList();
    }

    private DealId dealOf(CustomerId of, CurrentUser user) {
        return dealOf(of, user.id(), user);
    }

    private DealId dealOf(CustomerId of, @Nullable Long responsible, CurrentUser user) {
        var terms = new DealTerms("Press", of.value(), null, null, null, null, "EUR", null, List.of());
        return createDeal.with(new NewDeal(dealWorld.manual().id(), null, responsible, terms), user);
    }

    private static Circle about(DealId deal) {
        return new Circle(null, deal.value(), List.of(), List.of());
    }

    private InteractionId held(InteractionKind kind, Instant at, Circle circle) {
        return record.with(fields(kind, at, circle, ana.id()), InteractionState.HELD, null, ana);
    }

    private InteractionId plan(Instant at, Circle circle) {
        return record.with(fields(InteractionKind.MEETING, at, circle, ana.id()), InteractionState.PLANNED, null, ana);
    }

    private static InteractionFields fields(
            InteractionKind kind, Instant at, Circle circle, @Nullable Long responsible) {
        var occasion = Occasion.of(kind, new Occasion.Parts(null, null, null, null, null));
        return new InteractionFields(occasion, at, "About it", null, null, Importance.NORMAL, circle, responsible);
    }

    private List<String> steps(InteractionId id) {
        return way.of(id).stream().map(InteractionWay.Step::step).toList();
    }

    private @Nullable Instant moment(String table, String column) {
        var sql = table.equals("deal")
                ? "select last_contact_at, next_step_at from deal where id = :id"
                : "select last_contact_at from customer where id = :id";
        return jdbc.sql(sql)
                .param("id", table.equals("deal") ? deal.value() : customer.value())
                .query((row, number) -> {
                    var at = row.getTimestamp(column);
                    return java.util.Optional.ofNullable(at == null ? null : at.toInstant());
                })
                .single()
                .orElse(null);
    }

    private int touches() {
        return jdbc.sql("select touches from deal where id = :id")
                .param("id", deal.value())
                .query(Integer.class)
                .single();
    }
}
