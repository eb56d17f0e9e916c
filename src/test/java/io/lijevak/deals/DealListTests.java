package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The list of deals: narrowed, walked along, and as a file. */
@LijevakTest
class DealListTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    CreateDeal create;

    @Autowired
    CreateCustomer customers;

    @Autowired
    DealList list;

    @Autowired
    DealOverviews overviews;

    private CurrentUser admin;
    private RequestPostProcessor signedIn;

    @BeforeEach
    void found() {
        admin = deals.found();
        signedIn = world.signedInAs(admin.person());
    }

    @Test
    void leadAlongTheListInEveryOrder() {
        var ids = Stream.of("Beta 5.00", "Alfa 5.00", "Čelik 9.00", "Beta 1.00", "Alfa")
                .map(words -> words.split(" "))
                .map(words -> create.with(
                        new NewDeal(deals.manual().id(), null, admin.id(), deals.terms(words[0], amount(words))),
                        admin))
                .toList();
        assertThat(ids).hasSize(5);

        for (var order : List.of("newest", "title", "amount", "expected")) {
            var filter = DealFilter.of(Map.of("outcome", "open"));
            var rows = list.page(filter, order, null, 50, admin).items();
            for (int place = 0; place < rows.size(); place++) {
                var deal = overviews.require(new DealId(rows.get(place).id()), admin);
                assertThat(list.beside(deal, filter, order, false, admin)).isEqualTo(idAt(rows, place + 1));
                assertThat(list.beside(deal, filter, order, true, admin)).isEqualTo(idAt(rows, place - 1));
            }
        }
    }

    private static @Nullable String amount(String[] words) {
        return words.length == 1 ? null : words[1];
    }

    private static @Nullable DealId idAt(List<DealRow> rows, int place) {
        return place < 0 || place >= rows.size()
                ? null
                : new DealId(rows.get(place).id());
    }

    @Test
    void nameTheCustomerThatTheListIsNarrowedTo() throws Exception {
        var customer = customers.from(CustomerFields.named("Uljara Čakovec"), admin);

        mvc.perform(get("/deals?customer=" + customer.id() + "&sort=title").with(signedIn))
                .andExpect(content().string(containsString("Uljara Čakovec")))
                .andExpect(content().string(containsString("href=\"/deals?sort=title\"")));
    }

    @Test
    void keepTheListWhileWalkingAlongIt() throws Exception {
        var first = deals.open(admin);
        var second = deals.open(admin);

        mvc.perform(get("/deals?outcome=open").with(signedIn))
                .andExpect(content()
                        .string(containsString("href=\"/deals/" + second + "?list=outcome=open%26sort=newest\"")));
        mvc.perform(get("/deals/" + second + "/next")
                        .param("list", "outcome=open&sort=newest")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + first + "?list=outcome=open%26sort=newest"));
        mvc.perform(get("/deals/" + first + "/next")
                        .param("list", "outcome=open&sort=newest")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + first + "?list=outcome=open%26sort=newest"));
    }

    @Test
    void exportsTheListAsATable() throws Exception {
        deals.open(admin);

        mvc.perform(get("/deals/export.csv").with(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Press")));
    }
}
