package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.process.DealMode;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@LijevakTest
class DealPagesTests {
    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MoveDeal move;

    @Autowired
    CloseDeal close;

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
    void showAPastDayWithoutAnythingThatChanges() throws Exception {
        var yesterday = LocalDate.now(ZoneId.of("Europe/Zagreb")).minusDays(1);
        var stage = deals.manual().steps().getFirst().stage().value();
        jdbc.sql("""
                with old as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate, opened_at,
                    created_at)
                  values ('Stara linija', 'stara linija', :type, 1, :stage, 10, 'EUR', 1, now() - interval '9 days',
                    now() - interval '9 days') returning id)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, entry_potential, cause, recorded_at)
                select id, 1, 1, :stage, now() - interval '9 days', 10, 'CREATED', now() - interval '9 days' from old""")
                .param("type", deals.manual().id().value())
                .param("stage", stage)
                .update();
        create.with(new NewDeal(deals.manual().id(), null, admin.id(), deals.terms("Nova linija", null)), admin);
        jdbc.sql("update deal set amount = 500, title = 'Preimenovana' where title = 'Stara linija'")
                .update();

        for (var known : List.of("now", "then")) {
            for (var page : List.of("/deals", "/deals/board")) {
                mvc.perform(get(page)
                                .param("asOf", yesterday.toString())
                                .param("known", known)
                                .param("mark", "late")
                                .with(signedIn))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString("past-band")))
                        .andExpect(content().string(containsString("Preimenovana")))
                        .andExpect(content().string(containsString("10,00")))
                        .andExpect(content().string(not(containsString("500,00"))))
                        .andExpect(content().string(not(containsString("Nova linija"))))
                        .andExpect(content().string(not(containsString("/closure/lost"))))
                        .andExpect(content().string(not(containsString("/moves/new"))))
                        .andExpect(content().string(not(containsString("data-shortcut=\"c\""))))
                        .andExpect(content().string(not(containsString("/reminders/new"))));
            }
            mvc.perform(get("/deals/export.csv")
                            .param("asOf", yesterday.toString())
                            .param("known", known)
                            .with(signedIn))
                    .andExpect(content().string(not(containsString("Nova linija"))));
        }
        mvc.perform(get("/deals")
                        .param("asOf", yesterday.plusDays(1).toString())
                        .with(signedIn))
                .andExpect(content().string(not(containsString("past-band"))))
                .andExpect(content().string(containsString("Nova linija")));
    }

    /** One went on to steps with a longer norm since, the other to another type. */
    @Test
    void tellWhoWasLateByTheNormThatWasValidThen() throws Exception {
        var manual = deals.manual().id().value();
        var other = deals.type(DealMode.AUTOMATIC).id().value();
        jdbc.sql("update deal_type_step set norm_days = case when deal_type_id = :manual then 3 else 200 end")
                .param("manual", manual)
                .update();
        jdbc.sql("""
                with version as (
                  insert into deal_type_version (deal_type_id, version, made_at) values (:manual, 2, now() - interval '9 days'))
                insert into deal_type_step (deal_type_id, steps_version, position, stage_id, norm_days, probability)
                select deal_type_id, 2, position, stage_id, 200, probability from deal_type_step
                where deal_type_id = :manual and steps_version = 1""").param("manual", manual).update();
        jdbc.sql("""
                with old as (
                  insert into deal (title, search_text, type_id, steps_version, stage_id, amount, currency, rate, opened_at,
                    created_at, known_since)
                  values ('Stays', 'stays', :manual, 2, :stage, 10, 'EUR', 1, now() - interval '30 days',
                      now() - interval '30 days', now() - interval '9 days'),
                    ('Switched', 'switched', :other, 1, :stage, 10, 'EUR', 1, now() - interval '30 days',
                      now() - interval '30 days', now() - interval '9 days') returning id, steps_version),
                past as (
                  insert into deal_past (deal_id, known_from, known_until, title, type_id, stage_id, outcome, created_at)
                  select id, now() - interval '30 days', now() - interval '9 days', '', :manual, :stage, 'OPEN',
                    now() - interval '30 days' from old)
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome, cause,
                  recorded_at, left_recorded_at)
                select id, 1, 1, :stage, now() - interval '30 days', now() - interval '9 days', 'SWITCHED', 'CREATED',
                  now() - interval '30 days', now() - interval '9 days' from old
                union all
                select id, 2, steps_version, :stage, now() - interval '9 days', null, 'OPEN', 'SWITCHED',
                  now() - interval '9 days', null from old""")
                .param("manual", manual)
                .param("other", other)
                .param("stage", deals.stage(1).value())
                .update();
        var bearer = world.bearer(admin.person());
        var day = LocalDate.now(ZoneId.of("Europe/Zagreb")).minusDays(11);

        for (var known : List.of("now", "then")) {
            mvc.perform(get("/api/v1/deals?mark=late&known=" + known + "&asOf=" + day)
                            .with(bearer))
                    .andExpect(jsonPath("$.items.length()").value(2));
            mvc.perform(get("/api/v1/deals?mark=late&known=" + known + "&asOf=" + day.plusDays(9))
                            .with(bearer))
                    .andExpect(jsonPath("$.items").isEmpty());
        }
        mvc.perform(get("/deals?mark=late&asOf=" + day).with(signedIn))
                .andExpect(content().string(containsString("The norm is the one each deal went by then")));
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

    private static @Nullable String amount(String[] words) {
        return words.length == 1 ? null : words[1];
    }

    private static @Nullable DealId idAt(List<DealRow> rows, int place) {
        return place < 0 || place >= rows.size()
                ? null
                : new DealId(rows.get(place).id());
    }

    @Test
    void everyPageOfADealIsShown() throws Exception {
        var deal = deals.open(admin);
        move.to(deals.stage(3), deal, Seen.ANYTHING, admin);

        for (var path : new String[] {
            "/deals",
            "/deals?outcome=open&sort=amount&q=press",
            "/deals/board",
            "/deals/new",
            "/deals/" + deal,
            "/deals/" + deal + "/edit",
            "/deals/" + deal + "/moves/new",
            "/deals/" + deal + "/moves/new?stage=" + deals.stage(1),
            "/deals/" + deal + "/closure/won",
            "/deals/" + deal + "/closure/lost",
            "/deals/" + deal + "/assignment",
            "/deals/of-customer/1",
            "/deals/options/products?q=x",
            "/deals/options/customers?q=x"
        }) {
            mvc.perform(get(path).with(signedIn))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void createsADealFromTheFormAndKeepsWhatWasTypedWhenItIsRefused() throws Exception {
        var type = deals.manual().id().toString();
        mvc.perform(post("/deals")
                        .param("type", type)
                        .param("title", "Mlin")
                        .param("amount", "1.234,5x")
                        .param("currency", "EUR")
                        .with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("1.234,5x")))
                .andExpect(content().string(containsString("Mlin")));

        mvc.perform(post("/deals")
                        .param("type", type)
                        .param("title", "Mlin")
                        .param("amount", "1.234,50")
                        .param("currency", "EUR")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/1"));
        mvc.perform(get("/deals/1").with(signedIn)).andExpect(content().string(containsString("1.234,50")));
    }

    @Test
    void tellsOnTheBoardWhyADealDidNotMove() throws Exception {
        var deal = deals.open(admin);
        move.to(deals.stage(2), deal, Seen.ANYTHING, admin);

        var answer = mvc.perform(post("/deals/" + deal + "/moves")
                        .param("stage", deals.stage(5).toString())
                        .param("from", deals.stage(1).toString())
                        .param("back", "/deals/board")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/board"))
                .andReturn();

        assertThat(answer.getFlashMap().get("refusal")).isNotNull();
        mvc.perform(get("/deals/board").with(signedIn).flashAttrs(answer.getFlashMap()))
                .andExpect(content().string(containsString("deal-card--refused")));
    }

    @Test
    void asksForTheReasonOfALoss() throws Exception {
        var deal = deals.open(admin);

        mvc.perform(post("/deals/" + deal + "/closure/lost").with(signedIn))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("choose a reason")));
    }

    @Test
    void offersNoMoveAndNoClosureOfADealThatIsClosed() throws Exception {
        var deal = deals.open(admin);
        close.won(deal, Seen.ANYTHING, null, null, admin);

        for (var form : List.of("/moves/new", "/closure/won", "/closure/lost")) {
            mvc.perform(get("/deals/" + deal + form).with(signedIn))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("The deal is won. Reopen it first.")));
        }
    }

    @Test
    void showsAStaleEditorBothValues() throws Exception {
        var deal = deals.open(admin);
        var change = post("/deals/" + deal)
                .param("version", "1")
                .param("title", "Mine")
                .param("currency", "EUR")
                .with(signedIn);
        mvc.perform(change).andExpect(status().is3xxRedirection());

        mvc.perform(post("/deals/" + deal)
                        .param("version", "1")
                        .param("title", "Theirs")
                        .param("currency", "EUR")
                        .with(signedIn))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Mine")))
                .andExpect(content().string(containsString("Theirs")));
    }

    @Test
    void neverLeavesForAnotherHost() throws Exception {
        var deal = deals.open(admin);

        mvc.perform(post("/deals/" + deal + "/moves")
                        .param("stage", deals.stage(2).toString())
                        .param("back", "//evil.example")
                        .with(signedIn))
                .andExpect(redirectedUrl("/deals/" + deal));
    }

    @Test
    void keepsForeignDealsFromARep() throws Exception {
        var deal = deals.open(admin);

        mvc.perform(get("/deals/" + deal).with(world.signedInAs(Role.SALES_REP)))
                .andExpect(status().isForbidden());
    }

    @Test
    void exportsTheListAsATable() throws Exception {
        deals.open(admin);

        mvc.perform(get("/deals/export.csv").with(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Press")));
    }
}
