package io.lijevak.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.lijevak.LijevakTest;
import io.lijevak.SignedIn;
import io.lijevak.World;
import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.customers.CustomerId;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@LijevakTest
class InteractionPagesTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");

    @Autowired
    World world;

    @Autowired
    DealWorld dealWorld;

    @Autowired
    CreateCustomer createCustomer;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser ana;
    private SignedIn browser;
    private CustomerId customer;

    @BeforeEach
    void begin() {
        ana = dealWorld.found();
        customer = createCustomer.from(CustomerFields.named("Uljara"), ana).id();
        jdbc.sql("insert into contact_person (customer_id, name) values (:id, 'Branka Lukež')")
                .param("id", customer.value())
                .update();
        browser = new SignedIn(mvc, world.signedInAs(ana.person()));
    }

    @Test
    void logsACallFromTheCustomersPageAndTellsItOnTheTimeline() throws Exception {
        var area = browser.page(get("/interactions/of-customer/" + customer).param("kind", "call"));
        var sent = browser.send(post("/interactions")
                .param("kind", "call")
                .param("state", "held")
                .param("customer", customer.toString())
                .param("contacts", "1")
                .param("direction", "OUTGOING")
                .param("minutes", "6")
                .param("result", "She wants two variants.")
                .param("back", "/customers/" + customer));

        assertThat(area).contains("id=\"composer\"", "Branka Lukež", "name=\"result\"");
        assertThat(sent.getRedirectedUrl()).isEqualTo("/customers/" + customer);
        assertThat(browser.page(get("/customers/" + customer)))
                .contains("Call with Branka Lukež, 6 min", "She wants two variants.", "/interactions/1/deal");
        assertThat(browser.page(get("/customers/" + customer).param("show", "calls")))
                .contains("She wants two variants.");
        assertThat(browser.page(get("/customers/" + customer).param("show", "meetings")))
                .doesNotContain("She wants two variants.");
    }

    @Test
    void losesNothingThatWasTypedWhenItIsRefused() throws Exception {
        var refused = browser.send(post("/interactions")
                .param("kind", "meeting")
                .param("state", "planned")
                .param("customer", customer.toString())
                .param("subject", "Tour of the mill")
                .param("agenda", "Measure the hall")
                .param("at", "2001-01-01T10:00"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(refused))
                .contains("Tour of the mill", "Measure the hall", "2001-01-01T10:00", "f-at-e");
        assertThat(count()).isZero();
    }

    @Test
    void recordsTheResultOfAPlannedMeetingWhereItWasPlanned() throws Exception {
        var deal = dealWorld.open(ana);
        var later = LocalDateTime.ofInstant(Instant.now().plus(2, ChronoUnit.DAYS), ZAGREB)
                .truncatedTo(ChronoUnit.MINUTES);
        browser.send(post("/interactions")
                .param("kind", "meeting")
                .param("state", "planned")
                .param("deal", deal.toString())
                .param("subject", "Presentation")
                .param("at", later.toString()));

        assertThat(browser.page(get("/interactions/of-deal/" + deal)))
                .contains("Presentation", "/interactions/1/result?back=");

        var without = browser.send(
                post("/interactions/1/result").param("version", "1").param("state", "held"));
        var back = browser.send(post("/interactions/1/result")
                .param("version", "1")
                .param("state", "planned")
                .param("next", "2001-01-01T10:00"));
        var done = browser.send(post("/interactions/1/result")
                .param("version", "1")
                .param("state", "held")
                .param("result", "They liked it")
                .param("back", "/deals/" + deal));
        var again = browser.send(post("/interactions/1/result")
                .param("version", "1")
                .param("state", "failed")
                .param("result", "typed in vain"));

        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(without)).contains("f-result-e");
        assertThat(back.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(back)).contains("f-next-e", "2001-01-01T10:00");
        assertThat(done.getRedirectedUrl()).isEqualTo("/deals/" + deal);
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(SignedIn.text(again)).contains("typed in vain");
        for (var form : new String[] {"/interactions/1/result", "/interactions/1/postponement"}) {
            var refused = browser.send(get(form));
            assertThat(refused.getStatus()).isEqualTo(409);
            assertThat(SignedIn.text(refused))
                    .contains("The result has been recorded already")
                    .doesNotContain("name=\"due\"");
            assertThat(browser.page(get("/interactions/1"))).doesNotContain(form);
        }
        assertThat(browser.page(get("/deals/" + deal))).contains("They liked it");
        assertThat(browser.page(get("/deals/" + deal).param("show", "changes"))).doesNotContain("They liked it");
    }

    @Test
    void showsTheSecondEditorBothValues() throws Exception {
        note("Mine and theirs");
        var form = post("/interactions/1/edit")
                .param("kind", "note")
                .param("version", "1")
                .param("customer", customer.toString());
        browser.send(post("/interactions/1/edit")
                .param("kind", "note")
                .param("version", "1")
                .param("customer", customer.toString())
                .param("text", "Theirs"));

        var refused = browser.send(form.param("text", "Mine"));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(SignedIn.text(refused)).contains(">Mine</textarea>", "Theirs", "name=\"version\" value=\"2\"");
    }

    @Test
    void opensADealFromACall() throws Exception {
        browser.send(post("/interactions")
                .param("kind", "call")
                .param("customer", customer.toString())
                .param("contacts", "1")
                .param("subject", "Press for olives")
                .param("result", "Wants an offer"));

        assertThat(browser.page(get("/interactions/1/deal"))).contains("value=\"Press for olives\"", "Branka Lukež");

        var opened = browser.send(post("/interactions/1/deal")
                .param("title", "Press for olives")
                .param("type", dealWorld.manual().id().toString())
                .param("contact", "1")
                .param("amount", "48.200,00"));

        assertThat(opened.getRedirectedUrl()).isEqualTo("/deals/1");
        assertThat(browser.page(get("/interactions/of-deal/1"))).contains("/interactions/1\"", "The deal began with");
        assertThat(browser.page(get("/interactions/1"))).contains("/deals/1");
    }

    @Test
    void listsWithFiltersInTheAddressAndExportsThem() throws Exception {
        note("First");
        browser.send(post("/interactions")
                .param("kind", "call")
                .param("counterpart", "091 234 5678")
                .param("subject", "Unknown voice"));

        assertThat(browser.page(get("/interactions"))).contains("First", "Unknown voice");
        assertThat(browser.page(get("/interactions").param("kind", "call")))
                .contains("Unknown voice", "class=\"chip\"")
                .doesNotContain("First");
        assertThat(browser.page(get("/interactions").param("customer", "none"))).contains("Unknown voice");
        assertThat(browser.page(get("/interactions").param("q", "no such thing")))
                .contains("No contact matches");
        assertThat(browser.page(get("/interactions/export.csv").param("kind", "call")))
                .contains("Unknown voice")
                .doesNotContain("First");
    }

    @Test
    void answersTheApiWithVersionAndState() throws Exception {
        var created = api(post("/api/v1/interactions"), """
                {"kind": "call", "customer": %s, "subject": "By a program", "result": "Yes"}""".formatted(customer));
        var changed = api(put("/api/v1/interactions/1"), """
                {"version": 1, "kind": "call", "customer": %s, "subject": "Better"}""".formatted(customer));
        var stale = api(put("/api/v1/interactions/1"), """
                {"version": 1, "kind": "call", "customer": %s, "subject": "Late"}""".formatted(customer));
        var wrong = api(post("/api/v1/interactions"), "{\"kind\": \"note\"}");
        var settled = api(post("/api/v1/interactions/1/states"), "{\"version\": 2, \"state\": \"failed\"}");

        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(SignedIn.text(changed)).contains("\"subject\":\"Better\"", "\"version\":2", "\"state\":\"held\"");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(wrong)).contains("\"field\":\"text\"", "\"field\":\"customer\"");
        assertThat(settled.getStatus()).isEqualTo(409);
        assertThat(SignedIn.text(api(get("/api/v1/interactions?kind=call"), "")))
                .contains("\"items\":[{\"id\":1");
        assertThat(api(get("/api/v1/interactions?kind=fax"), "").getStatus()).isEqualTo(422);
        assertThat(SignedIn.text(api(get("/api/v1/interactions/1/states"), ""))).contains("\"step\":\"held\"");
    }

    @Test
    void marksWhatIsToBeReviewedUntilSomebodyHas() throws Exception {
        note("Look at it again");
        browser.send(post("/interactions/1/review").param("after", "MINUTES_15"));
        assertThat(browser.page(get("/interactions/1"))).contains("To be reviewed");
        jdbc.sql("update interaction set review_at = now() - interval '1 minute'")
                .update();

        assertThat(browser.page(get("/interactions").param("review", "due"))).contains("Look at it again");
        browser.send(post("/interactions/1/review"));
        assertThat(browser.page(get("/interactions").param("review", "due"))).doesNotContain("Look at it again");
    }

    private void note(String text) throws Exception {
        browser.send(post("/interactions")
                .param("kind", "note")
                .param("customer", customer.toString())
                .param("text", text));
    }

    private int count() {
        return jdbc.sql("select count(*) from interaction").query(Integer.class).single();
    }

    private MockHttpServletResponse api(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(world.bearer(ana.person())))
                .andReturn()
                .getResponse();
    }
}
