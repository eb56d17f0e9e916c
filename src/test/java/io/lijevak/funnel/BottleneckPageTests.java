package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The page names the stage that loses too much, says what to do there, and opens the deals behind each number. */
@LijevakTest
class BottleneckPageTests {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

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
    private long offer;
    private long type;

    @BeforeEach
    void company() {
        world.reset();
        head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rep = world.person("Ivo Barić", Role.SALES_REP);
        rows = new FunnelWorld(jdbc);
        contact = rows.stage("Contact", 1);
        offer = rows.stage("Offer", 2);
        jdbc.sql("update stage set predefined = 'offer' where id = ?")
                .param(offer)
                .update();
        type = rows.type("Sale", List.of(contact, offer));
    }

    /** Before: 10 of 40 lost in Offer. In the last month: 30 of 40, of 100.00 each, 25 of them by Ivo. */
    private void planted() {
        deals(40, 10, 200, 10);
        deals(40, 30, 20, 25);
        facts.rebuild();
    }

    private void deals(int all, int lost, int ago, int byRep) {
        for (var i = 0; i < all; i++) {
            var outcome = i < lost ? "LOST" : "WON";
            rows.deal(
                    new Deal(
                            type,
                            offer,
                            outcome,
                            i < byRep ? rep.value() : head.value(),
                            null,
                            null,
                            new BigDecimal("100.00"),
                            ago(ago + 10),
                            ago(ago)),
                    List.of(visit(contact, ago + 10, ago + 5, "ADVANCED"), visit(offer, ago + 5, ago, outcome)));
        }
    }

    @Test
    void theStageThatLosesTooMuchIsNamedWithMoneyAndHint() throws Exception {
        planted();

        var page = reader.page("/funnel/bottlenecks", head);

        // a quarter expected, 10 of 40; 20 too many of 100.00, won from there on
        assertThat(page).contains("stands out", "20 deals", "2.000\u00a0EUR", "pricing", "Ivo Barić");
        var answer = reader.json("/api/v1/funnel/bottlenecks", head);
        assertThat(answer.at("/worst").asLong()).isEqualTo(offer);
        assertThat(answer.at("/stages/1/excess").asDouble()).isEqualTo(20.0);
        assertThat(answer.at("/stages/1/money").asString()).isEqualTo("2000.00");
        assertThat(answer.at("/stages/1/hint").asString()).contains("pricing");
        assertThat(answer.at("/stages/0/standsOut").asBoolean()).isFalse();
    }

    @Test
    void everyNumberOpensItsDeals() throws Exception {
        planted();
        var links = java.util.regex.Pattern.compile("<a class=\"num\" href=\"(/deals\\?funnel=[^\"]+)\">(\\d+)</a>")
                .matcher(reader.page("/funnel/bottlenecks", head));
        var checked = 0;
        while (links.find()) {
            var list = reader.json("/api/v1" + links.group(1).replace("&amp;", "&") + "&limit=100", head);
            assertThat(list.at("/items").size()).as(links.group(1)).isEqualTo(Integer.parseInt(links.group(2)));
            checked++;
        }

        assertThat(checked).isGreaterThanOrEqualTo(8);
    }

    @Test
    void nothingStandsOutWhenAsMuchIsLostAsBefore() throws Exception {
        deals(40, 10, 200, 0);
        deals(40, 11, 20, 0);
        facts.rebuild();

        assertThat(reader.page("/funnel/bottlenecks", head)).contains("No stage stands out", "n 40");
        assertThat(reader.json("/api/v1/funnel/bottlenecks", head).at("/worst").isNull())
                .isTrue();
    }

    @Test
    void aRepSeesTheOwnDealsOnly() throws Exception {
        planted();

        var offers = reader.json("/api/v1/funnel/bottlenecks", rep).at("/stages/1");

        assertThat(offers.at("/decided").asInt()).isEqualTo(25);
        assertThat(offers.at("/decidedBefore").asInt()).isEqualTo(10);
    }

    @Test
    void theHintIsTheCompanysOnceItWroteItAndWhatCameAlongWhenEmptied() throws Exception {
        planted();
        var address = "/settings/stages/" + offer + "/hint";
        assertThat(reader.page(address, head)).contains("came along", "pricing");

        mvc.perform(post(address)
                        .param("version", "0")
                        .param("text", "Ring the boss")
                        .with(world.signedInAs(head)))
                .andExpect(status().is3xxRedirection());
        assertThat(reader.page("/funnel/bottlenecks", head))
                .contains("Ring the boss")
                .doesNotContain("Look at pricing");
        assertThat(jdbc.sql("select count(*) from audit_entry where changes::text like '%Ring the boss%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        hint(1, "").andExpect(status().isOk());
        assertThat(reader.json("/api/v1/stages/" + offer + "/hint", head)
                        .at("/own")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void twoWhoWriteAHintAtOnceDoNotOverwriteEachOther() throws Exception {
        hint(0, "One").andExpect(status().isOk());
        hint(0, "Other").andExpect(status().isConflict());
        hint(1, "x".repeat(2001)).andExpect(status().is(422));

        assertThat(reader.json("/api/v1/stages/" + offer + "/hint", head)
                        .at("/text")
                        .asString())
                .isEqualTo("One");
    }

    private org.springframework.test.web.servlet.ResultActions hint(int version, String text) throws Exception {
        return mvc.perform(put("/api/v1/stages/" + offer + "/hint")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":%d,\"text\":\"%s\"}".formatted(version, text))
                .with(world.bearer(head)));
    }

    private static Visit visit(long stage, int entered, int left, String outcome) {
        var amount = new BigDecimal("100.00");
        return new Visit(stage, ago(entered), ago(left), outcome, amount, amount, ago(entered), ago(left));
    }

    private static Instant ago(int days) {
        return TODAY.minus(days, ChronoUnit.DAYS);
    }
}
