package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The passport of the three deals won in March, by hand. */
@LijevakTest
class PassportTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private PersonId head;
    private PersonId rep;
    private FunnelWorld rows;
    private long contact;
    private long type;
    private String cell;
    private long wonInApril;
    private long ownWon;
    private long undated;

    @BeforeEach
    void deals() {
        world.reset();
        head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rep = world.person("Ivan Perić", Role.SALES_REP);
        rows = new FunnelWorld(jdbc);
        contact = rows.stage("Contact", 1);
        type = rows.type("Sale", List.of(contact));
        for (var i = 0; i < 2; i++) {
            deal(type, "WON", head, "2026-03-10T08:00:00Z");
        }
        ownWon = deal(type, "WON", rep, "2026-03-11T08:00:00Z");
        wonInApril = deal(type, "WON", head, "2026-04-02T08:00:00Z");
        deal(type, "LOST", head, "2026-03-12T08:00:00Z");
        deal(type, "OPEN", head, null);
        undated = deal(type, "WON", head, null);
        deal(rows.type("Service", List.of(contact)), "WON", head, "2026-03-10T08:00:00Z");
        facts.rebuild();
        cell = "dealType:" + type + ",figure:won,from:2026-03-01,rule:closed,to:2026-03-31,view:closed";
    }

    @Test
    void tellsWhatIsInAndWhatIsNotAndWhy() throws Exception {
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", cell)
                        .param("recount", "true")
                        .with(world.bearer(head)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.count").value(3))
                .andExpect(jsonPath("$.amount").value("300.00"))
                .andExpect(jsonPath("$.excluded.type").value(1))
                .andExpect(jsonPath("$.excluded.still-open").value(1))
                .andExpect(jsonPath("$.excluded.closed-unknown").value(1))
                .andExpect(jsonPath("$.excluded.closed-outside").value(1))
                .andExpect(jsonPath("$.excluded.other-outcome").value(1))
                .andExpect(jsonPath("$.deals").value(8))
                .andExpect(jsonPath("$.recount.count").value(3))
                .andExpect(jsonPath("$.recount.equal").value(true));
    }

    @Test
    void looksAtAPastMomentAsTheNumberDoes() throws Exception {
        var then = "asOf:2026-03-09,dealType:" + type
                + ",figure:in-work,from:2026-03-01,rule:cohort,to:2026-03-31,view:closed,stage:" + contact;

        // on 9 March all stood in Contact but the one that was closed on an unknown day, recorded on the 1st
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", then.replace("in-work", "in_work"))
                        .param("recount", "true")
                        .with(world.bearer(head)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.count").value(6))
                .andExpect(jsonPath("$.excluded.other-outcome").value(1))
                .andExpect(jsonPath("$.recount.count").value(6))
                .andExpect(jsonPath("$.recount.equal").value(true));
    }

    @Test
    void saysOfADealWhyItIsNotInIt() throws Exception {
        expectWhy(wonInApril, "closed-outside");
        expectWhy(undated, "closed-unknown");
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", cell)
                        .param("deal", Long.toString(ownWon))
                        .with(world.bearer(head)))
                .andExpect(jsonPath("$.deal.included").value(true));
    }

    @Test
    void aDealOneMayNotSeeIsNotFound() throws Exception {
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", cell)
                        .param("deal", Long.toString(wonInApril))
                        .with(world.bearer(rep)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/funnel/passport").param("cell", cell).with(world.bearer(rep)))
                .andExpect(jsonPath("$.count").value(1))
                .andExpect(jsonPath("$.deals").value(1));
    }

    @Test
    void theRecountDoesNotTrustTheFacts() throws Exception {
        jdbc.sql("""
                with stages as (update stage_fact set state = 'LOST', outcome = 'LOST' where deal_id = :deal),
                deals as (update deal_fact set state = 'LOST', path = replace(path, 'w', 'l') where deal_id = :deal)
                insert into fact_change (deal_id) values (:deal)""").param("deal", ownWon).update();

        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", cell)
                        .param("recount", "true")
                        .with(world.bearer(head)))
                .andExpect(jsonPath("$.count").value(2))
                .andExpect(jsonPath("$.recount.count").value(3))
                .andExpect(jsonPath("$.recount.equal").value(false));
    }

    @Test
    void eachConditionOpensTheListOfItsDeals() throws Exception {
        var page = reader.page("/funnel/passport?cell=" + cell, head);
        assertThat(page).contains("was closed outside the period", "Europe/Zagreb");
        var links =
                Pattern.compile("href=\"(/deals\\?notInFunnel=[^\"]*)\">1</a>").matcher(page);
        var lists = 0;
        while (links.find()) {
            var list = mvc.perform(get(URI.create(links.group(1))).with(world.signedInAs(head)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(Pattern.compile("\"/deals/(\\d+)\\?list=")
                            .matcher(list)
                            .results()
                            .map(found -> found.group(1))
                            .distinct())
                    .hasSize(1);
            assertThat(list).contains("Not in:");
            lists++;
        }
        assertThat(lists).isEqualTo(5);
    }

    @Test
    void aTypedDealIsAnsweredOrOffered() throws Exception {
        jdbc.sql("update deal set title = 'Oven for Galeb', search_text = 'oven' where id = ?")
                .param(wonInApril)
                .update();

        assertThat(reader.page("/funnel/passport?deal=oven&cell=" + cell, head))
                .contains("it is not, because it was closed outside the period");
        assertThat(reader.page("/funnel/passport?deal=Deal&cell=" + cell, head)).contains("Which one is meant?");
        assertThat(reader.page("/funnel/passport?deal=Nothing&cell=" + cell, head))
                .contains("There is no such deal");
        assertThat(reader.page("/funnel/passport?recount=true&cell=" + cell, head))
                .contains("The ledger says 3");
    }

    @Test
    void numbersOfTheFunnelOpenTheirPassportsWhenAsked() throws Exception {
        var page = reader.page("/funnel?view=closed&numbers=passport&dealType=" + type, head);

        assertThat(page).contains("href=\"/funnel/passport?cell=").doesNotContain("/deals?funnel=");
    }

    @Test
    void aTextThatNamesNoNumberIsRefused() throws Exception {
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", "figure:colour")
                        .with(world.bearer(head)))
                .andExpect(status().is(422));
    }

    private void expectWhy(long deal, String why) throws Exception {
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", cell)
                        .param("deal", Long.toString(deal))
                        .with(world.bearer(head)))
                .andExpect(jsonPath("$.deal.included").value(false))
                .andExpect(jsonPath("$.deal.why").value(why));
    }

    private long deal(long ofType, String outcome, PersonId person, @Nullable String closed) {
        var entered = Instant.parse("2026-03-01T08:00:00Z");
        var left = closed == null ? null : Instant.parse(closed);
        var recorded = outcome.equals("OPEN") ? null : entered.plusSeconds(60);
        return rows.deal(
                new Deal(ofType, contact, outcome, person.value(), null, null, new BigDecimal("100.00"), entered, left),
                List.of(new Visit(contact, entered, left, outcome, null, null, entered, recorded)));
    }
}
