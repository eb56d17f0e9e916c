package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.LijevakTest;
import io.lijevak.Pdf;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.funnel.DealFacts;
import io.lijevak.funnel.FunnelWorld;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Reports that are taken along: each number of the page stands in its PDF, and the sheet counts the same. */
@LijevakTest
class PrintedReportsTests {
    private static final Instant DAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    Reader reader;

    @Autowired
    MockMvc mvc;

    private PersonId ana;
    private FunnelWorld rows;
    private long type;
    private long offer;
    private long order;

    @BeforeEach
    void deals() {
        world.reset();
        ana = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rows = new FunnelWorld(jdbc);
        offer = rows.stage("Ponuda", 1);
        order = rows.stage("Narudžba", 2);
        type = rows.type("Prodaja", List.of(offer, order));
        deal("WON", order, 40);
        deal("WON", order, 40);
        deal("LOST", offer, 30);
        deal("WON", order, 400);
        deal("LOST", order, 400);
        rows.deal(
                new Deal(type, offer, "OPEN", ana.value(), null, null, new BigDecimal("310.00"), ago(9), null),
                List.of(new Visit(offer, ago(9), null, "OPEN", null, null, ago(9), null)));
        facts.rebuild();
    }

    private static Instant ago(int days) {
        return DAY.minus(days, ChronoUnit.DAYS);
    }

    private void deal(String outcome, long last, int days) {
        var amount = new BigDecimal("120.00");
        var first = new Visit(offer, ago(days), ago(days - 5), "WON", amount, amount, ago(days), ago(days - 5));
        var end = new Visit(last, ago(days - 5), ago(days - 9), outcome, amount, amount, ago(days - 5), ago(days - 9));
        rows.deal(
                new Deal(type, last, outcome, ana.value(), null, null, amount, ago(days), ago(days - 9)),
                last == offer
                        ? List.of(new Visit(
                                offer, ago(days), ago(days - 9), outcome, amount, amount, ago(days), ago(days - 9)))
                        : List.of(first, end));
    }

    private void samePrinted(String page, String question) throws Exception {
        var words = Pdf.rows(reader.page(page + question, ana)).stream()
                .flatMap(row -> Stream.of(row.split(" ")))
                .toList();
        assertThat(words).as(page).isNotEmpty();
        var pdf = mvc.perform(get(page + "/export.pdf" + question).with(world.signedInAs(ana)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(List.of(Pdf.text(pdf).split(" "))).as(page).containsAll(words);
    }

    private String sheet(String page) throws Exception {
        return reader.page(page, ana);
    }

    @Test
    void thePdfShowsTheNumbersOfThePage() throws Exception {
        samePrinted("/funnel/bottlenecks", "");
        samePrinted("/funnel/difference", "?compare=last-year");
        samePrinted("/deals/losses", "");
        samePrinted("/processes", "");
        samePrinted("/overview", "");
    }

    @Test
    void filesOfTheOverviewSayWhereItIsStuck() throws Exception {
        var sentence = reader.page("/funnel/bottlenecks", ana)
                .replaceAll("(?s).*<p class=\"lede\">(.*?)</p>.*", "$1")
                .replaceAll("<[^>]*>", " ");
        var words = List.of(sentence.strip().split("\\s+"));
        assertThat(words).hasSizeGreaterThan(3);
        var pdf = mvc.perform(get("/overview/export.pdf").with(world.signedInAs(ana)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(List.of(Pdf.text(pdf).split(" "))).containsAll(words);
        assertThat(sheet("/overview/export.csv")).contains("Where is it stuck?;");
        assertThat(sheet("/overview/export.csv").split("Where is it stuck[?];")[1])
                .contains(words);
    }

    @Test
    void theSheetCountsTheSameAndSaysWhatWasAsked() throws Exception {
        assertThat(sheet("/funnel/bottlenecks/export.csv"))
                .contains("Ponuda;3;1;0,333333", "Narudžba;2;0;0,000000", "Prodaja", "Europe/Zagreb");
        assertThat(sheet("/deals/losses/export.csv")).contains("Ponuda;1;1,0000;120,00", "Ana Marušić;1;1,0000;120,00");
        assertThat(sheet("/deals/board/export.csv"))
                .contains("Ponuda;1;310,00;31,00", "310,00;EUR;9", "Narudžba;0;0;0,00", "no contact for too long");
        assertThat(sheet("/processes/export.csv")).contains("Prodaja;won;2;0;9,00");
        assertThat(sheet("/overview/export.csv")).contains("Won;0;", "Ana Marušić;");
        assertThat(sheet("/worklist/export.csv")).startsWith("\uFEFF");
        assertThat(sheet("/funnel/difference/export.csv?compare=last-year")).contains(";240,00", ";120,00");
    }
}
