package io.lijevak.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.DealWorld;
import io.lijevak.deals.NewDeal;
import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Which interactions are seen by whom, found, and paged through. */
@Tag("external")
@LijevakTest
class InteractionListTests {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    World world;

    @Autowired
    DealWorld dealWorld;

    @Autowired
    CreateCustomer createCustomer;

    @Autowired
    CreateDeal createDeal;

    @Autowired
    RecordInteraction record;

    @Autowired
    Interactions interactions;

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
    void whoMayNotSeeTheCustomerMayNotSeeItsContacts() {
        var owner = world.user(world.person("Owner", Role.SALES_REP));
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));
        var theirs = createCustomer
                .from(CustomerFields.named("Vinarija").ofPerson(owner.id()), ana)
                .id();
        var about = new Circle(theirs.value(), null, List.of(), List.of());
        var call =
                record.with(fields(InteractionKind.CALL, NOW, about, owner.id()), InteractionState.HELD, null, owner);

        assertThat(page(Map.of(), owner)).containsExactly(call);
        assertThat(page(Map.of(), stranger)).isEmpty();
        assertThat(interactions.count(InteractionFilter.of(Map.of()), stranger)).isZero();
        assertThatThrownBy(() -> interactions.require(call, stranger)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> record.with(
                        fields(InteractionKind.CALL, NOW, about, stranger.id()), InteractionState.HELD, null, stranger))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().getFirst().field())
                                .isEqualTo("customer"));
    }

    @Test
    void theOwnerOfACustomerSeesWhatOthersSaidToIt() {
        var owner = world.user(world.person("Owner", Role.SALES_REP));
        var theirs = createCustomer
                .from(CustomerFields.named("Vinarija").ofPerson(owner.id()), ana)
                .id();
        var call = held(InteractionKind.CALL, NOW, new Circle(theirs.value(), null, List.of(), List.of()));

        assertThat(interactions.require(call, owner).isChangedBy(owner)).isFalse();
        assertThat(page(Map.of(), owner)).containsExactly(call);
    }

    /** The condition in SQL and the rule in Java say the same of every interaction to everybody. */
    @Test
    void theListShowsExactlyWhatMayBeSeen() {
        var random = new Random(7);
        var team = world.team("Team");
        var head = world.person("Head", Role.HEAD_OF_SALES);
        var people = List.of(
                ana,
                world.user(world.person("Rep 1", Role.SALES_REP, team, head)),
                world.user(world.person("Rep 2", Role.SALES_REP, null, null)),
                world.user(world.person("Caller", Role.TELEMARKETER, team, null)),
                world.user(Role.READER),
                world.user(head));
        for (int number = 0; number < 60; number++) {
            var owner = anybody(people, random);
            var theirs = createCustomer
                    .from(CustomerFields.named("Kupac " + number).ofPerson(owner), ana)
                    .id();
            var with = random.nextBoolean() ? null : dealOf(theirs, owner, ana).value();
            var beside = random.nextInt(3) > 0
                    ? List.<Long>of()
                    : List.of(people.get(random.nextInt(6)).id());
            var circle = new Circle(theirs.value(), with, List.of(), beside);
            record.with(
                    fields(InteractionKind.CALL, NOW.minusSeconds(number), circle, anybody(people, random)),
                    InteractionState.HELD,
                    null,
                    ana);
        }
        var ids = jdbc.sql("select id from interaction order by at desc, id desc")
                .query(Long.class)
                .list();

        for (var viewer : people) {
            var seen = ids.stream()
                    .map(InteractionId::new)
                    .filter(id -> interactions.find(id).isSeenBy(viewer))
                    .toList();
            assertThat(page(Map.of(), viewer)).as(viewer.name()).isEqualTo(seen);
            assertThat(interactions.count(InteractionFilter.of(Map.of()), viewer))
                    .isEqualTo(seen.size());
        }
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        var all = IntStream.range(0, 7)
                .mapToObj(number -> held(InteractionKind.CALL, NOW.minusSeconds(number / 2), about(deal)))
                .toList();
        var filter = InteractionFilter.of(Map.of());
        var first = interactions.page(filter, null, 3, ana);
        var second = interactions.page(filter, first.next(), 3, ana);
        var third = interactions.page(filter, second.next(), 3, ana);

        var seen = java.util.stream.Stream.of(first, second, third)
                .flatMap(page -> page.items().stream())
                .map(Interaction::id)
                .toList();
        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(all);
        assertThat(third.next()).isNull();
    }

    @Test
    void findsByItsWordsAndByTheNameOfTheCustomer() {
        var call = held(InteractionKind.CALL, NOW, about(deal));

        assertThat(page(Map.of("q", "uljara"), ana)).containsExactly(call);
        assertThat(page(Map.of("q", "nothing such"), ana)).isEmpty();
        assertThat(page(Map.of("kind", "meeting"), ana)).isEmpty();
        assertThat(page(Map.of("kind", "call", "state", "held", "deal", deal.toString()), ana))
                .containsExactly(call);
        assertThat(page(Map.of("deal", "none"), ana)).isEmpty();
    }

    private List<InteractionId> page(Map<String, String> parameters, CurrentUser viewer) {
        return interactions.page(InteractionFilter.of(parameters), null, 200, viewer).items().stream()
                .map(Interaction::id)
                .toList();
    }

    private static @Nullable Long anybody(List<CurrentUser> people, Random random) {
        var number = random.nextInt(7);
        return number == 6 ? null : Long.valueOf(people.get(number).id());
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

    private static InteractionFields fields(
            InteractionKind kind, Instant at, Circle circle, @Nullable Long responsible) {
        var occasion = Occasion.of(kind, new Occasion.Parts(null, null, null, null, null));
        return new InteractionFields(occasion, at, "About it", null, null, Importance.NORMAL, circle, responsible);
    }
}
