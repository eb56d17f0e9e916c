package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.A;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.CustomerWorth.OpenDeals;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The figures in the foot of the customer list are the sum of its rows, whatever it is narrowed to. */
@LijevakTest
class OpenDealsOfCustomersTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    CreateCustomer createCustomer;

    @Autowired
    CreateDeal createDeal;

    @Autowired
    CloseDeal close;

    @Autowired
    CustomerList list;

    @Autowired
    OpenDealsOfCustomers worth;

    @Autowired
    MockMvc mvc;

    private CurrentUser admin;

    @BeforeEach
    void found() {
        admin = deals.found();
    }

    @Test
    void addUpToTheRowsUnderEveryFilter() {
        var rep = world.user(Role.SALES_REP);
        var expected = fill(rep);

        for (var parameters : List.<Map<String, String>>of(
                Map.of(), Map.of("q", "uljara"), Map.of("responsible", Long.toString(rep.id())), Map.of("q", "none"))) {
            var filter = CustomerFilter.of(parameters);
            var rows = list.page(filter, admin, null, 100).items();
            var ids = rows.stream().map(row -> row.id()).toList();
            var each = worth.ofEach(ids, admin);

            assertThat(each).isEqualTo(only(expected, ids));
            assertThat(worth.of(list.ids(filter, admin), admin)).isEqualTo(sum(each));
        }
    }

    @Test
    void leaveOutDealsThatTheViewerMayNotSee() {
        var rep = world.user(Role.SALES_REP);
        var customer = createCustomer.from(new A("Uljara").of(rep.id()).fields(), admin);
        var mine = open(customer.id().value(), "100.00", rep.id());
        open(customer.id().value(), "900.00", admin.id());

        assertThat(mine).isNotNull();
        assertThat(worth.of(list.ids(CustomerFilter.ALL, rep), rep))
                .isEqualTo(new OpenDeals(1, new BigDecimal("100.00")));
    }

    @Test
    void standInTheFootOfTheList() throws Exception {
        var customer = createCustomer.from(new A("Uljara").fields(), admin);
        createCustomer.from(new A("Vinarija").fields(), admin);
        open(customer.id().value(), "1234.50", null);
        open(customer.id().value(), null, null);

        var foot = mvc.perform(get("/customers/figures").with(world.signedInAs(admin.person())))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(foot).contains("2 customers", "2 open deals", "1.234,50\u00a0EUR");
    }

    /** Customers of two kinds and people with random deals, some closed, some of unknown amount. */
    private Map<Long, OpenDeals> fill(CurrentUser rep) {
        var random = new Random(11);
        var expected = new HashMap<Long, OpenDeals>();
        for (int n = 0; n < 12; n++) {
            var who = new A((n % 2 == 0 ? "Uljara " : "Vinarija ") + n).of(n % 3 == 0 ? rep.id() : admin.id());
            var customer = createCustomer.from(who.fields(), admin).id().value();
            LongStream.range(0, random.nextInt(4)).forEach(each -> {
                var amount = random.nextInt(5) == 0 ? null : random.nextInt(100_000) + ".25";
                var deal = open(customer, amount, random.nextBoolean() ? rep.id() : null);
                if (random.nextInt(3) == 0) {
                    close.won(deal, Seen.ANYTHING, null, null, admin);
                } else {
                    var potential = amount == null ? BigDecimal.ZERO : new BigDecimal(amount);
                    expected.merge(customer, new OpenDeals(1, potential), OpenDealsOfCustomersTests::plus);
                }
            });
        }
        return expected;
    }

    private DealId open(long customer, @Nullable String amount, @Nullable Long responsible) {
        var terms = deals.terms("Press", amount);
        var itsOwn = new DealTerms(terms.title(), customer, null, null, null, terms.amount(), "EUR", null, List.of());
        return createDeal.with(new NewDeal(deals.manual().id(), null, responsible, itsOwn), admin);
    }

    private static Map<Long, OpenDeals> only(Map<Long, OpenDeals> all, List<Long> ids) {
        var kept = new HashMap<>(all);
        kept.keySet().retainAll(ids);
        return kept;
    }

    private static OpenDeals sum(Map<Long, OpenDeals> each) {
        return each.values().stream().reduce(OpenDeals.NONE, OpenDealsOfCustomersTests::plus);
    }

    private static OpenDeals plus(OpenDeals one, OpenDeals other) {
        return new OpenDeals(one.count() + other.count(), one.potential().add(other.potential()));
    }
}
