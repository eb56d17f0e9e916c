package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Pdf;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.Seen;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What the page, its export and the API of the funnel show, and to whom. */
@LijevakTest
class FunnelPageTests {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    CloseDeal close;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private PersonId head;
    private PersonId rep;
    private long first;
    private long second;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rep = world.person("Ivan Perić", Role.SALES_REP);
        var rows = new FunnelWorld(jdbc);
        first = rows.stage("Contact", 1);
        second = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(first, second));
        for (var i = 0; i < 30; i++) {
            deal(rows, i % 3 == 0 ? "LOST" : "WON", i % 2 == 0 ? rep.value() : head.value());
        }
        deal(rows, "OPEN", rep.value());
        facts.rebuild();
    }

    private void deal(FunnelWorld rows, String outcome, long responsible) {
        var entered = TODAY.minus(20, ChronoUnit.DAYS);
        var moved = TODAY.minus(10, ChronoUnit.DAYS);
        var closed = outcome.equals("OPEN") ? null : TODAY.minus(5, ChronoUnit.DAYS);
        var amount = new BigDecimal("100.00");
        rows.deal(
                new Deal(type, second, outcome, responsible, null, null, amount, entered, closed),
                List.of(
                        new Visit(first, entered, moved, "ADVANCED", amount, amount, entered, moved),
                        new Visit(
                                second,
                                moved,
                                closed,
                                outcome,
                                amount,
                                closed == null ? null : amount,
                                moved,
                                closed)));
    }

    @Test
    void theClosedFunnelShowsItsNumbersEachWithTheListOfItsDeals() throws Exception {
        mvc.perform(get("/funnel?view=closed").with(world.signedInAs(head)))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Offer")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("/deals?funnel=")))
                .andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("??"))));
    }

    @Test
    void aPeriodWithoutDealsShowsATypeThatHasSomeAndIsWidenedOnce() throws Exception {
        var unused = new FunnelWorld(jdbc).type("Never used", List.of(first));
        jdbc.sql("update deal_type set position = -1 where id = ?")
                .param(unused)
                .update();
        var early = "/funnel?view=closed&from=2001-01-01&to=2001-12-31";
        var ever = "/funnel?view=closed&dealType=" + unused + "&from=2000-01-01&to="
                + TODAY.toString().substring(0, 10);

        var page = mvc.perform(get(early).with(world.signedInAs(head)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var widened = mvc.perform(get(ever).with(world.signedInAs(head)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("No deals of the type Sale", "Widen to all time");
        assertThat(widened).contains("No deals of the type Never used").doesNotContain("Widen to all time");
    }

    @Test
    void theClosedFunnelSaysWhyAShareOfThePreviousStageMayPassTheWhole() throws Exception {
        var page = mvc.perform(get("/funnel?view=closed").with(world.signedInAs(head)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).containsOnlyOnce("where deals skipped the stage before");
    }

    @Test
    void theActiveFunnelOpensByItself() throws Exception {
        var page = mvc.perform(get("/funnel").with(world.signedInAs(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("deal in work holds", "20").doesNotContain("??");
    }

    @Test
    void aRepSeesOnlyTheOwnDeals() throws Exception {
        mvc.perform(get("/api/v1/funnel?view=closed").with(world.bearer(rep)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totals.won.count").value(10))
                .andExpect(jsonPath("$.totals.lost.count").value(5));
    }

    @Test
    void theApiAnswersAmountsAsTextAndNamesTheType() throws Exception {
        mvc.perform(get("/api/v1/funnel?view=closed&owner=Ana Marušić").with(world.bearer(head)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dealType.name").value("Sale"))
                .andExpect(jsonPath("$.rule").value("closed"))
                .andExpect(jsonPath("$.currency").value("EUR"))
                .andExpect(jsonPath("$.stages[1].won.count").value(10))
                .andExpect(jsonPath("$.stages[1].won.amount").value("1000.00"))
                .andExpect(jsonPath("$.stages[1].conversion").value(0.666667))
                .andExpect(jsonPath("$.stages[0].medianDays").value(10.0));
    }

    @Test
    void unknownValuesAreRefusedAtTheirField() throws Exception {
        mvc.perform(get("/api/v1/funnel?owner=Nobody&rule=never&from=31.12.2026")
                        .with(world.bearer(head)))
                .andExpect(status().is(422))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("owner")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("rule")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("from")));
    }

    @Test
    void theExportCarriesTheRuleAndTheFilter() throws Exception {
        var csv = mvc.perform(get("/funnel/export.csv?view=closed").with(world.signedInAs(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(csv).contains("Offer;30;20;2000,00;10;1000,00;0;0,00").contains("Europe/Zagreb");
    }

    @Test
    void thePdfTellsTheNumbersOfThePage() throws Exception {
        for (var question : List.of("?view=closed&rule=cohort&compare=previous", "")) {
            var figures = Pattern.compile("(?s)<tbody>(.*?)</tbody>")
                    .matcher(reader.page("/funnel" + question, head))
                    .results()
                    .flatMap(body -> Pdf.rows(body.group(1)).stream())
                    .flatMap(row -> Stream.of(row.split(" ")))
                    .toList();

            var pdf = Pdf.text(mvc.perform(get("/funnel/export.pdf" + question).with(world.signedInAs(head)))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray());

            assertThat(List.of(pdf.split(" "))).containsAll(figures);
            assertThat(pdf).contains("1 / ", "Galeb d.o.o.", "As of").doesNotContain("??", "#");
        }
    }

    @Test
    void aNumberOpensTheListOfExactlyItsDeals() throws Exception {
        var page = reader.page("/funnel?view=closed&dealType=" + type, head);
        var link = Pattern.compile(
                        "<td class=\"n split\"><a class=\"num\" href=\"(/deals\\?funnel=[^\"]*figure%3Awon[^\"]*)\">20</a>")
                .matcher(page);

        assertThat(link.find()).isTrue();
        var list = reader.page(URLDecoder.decode(link.group(1), StandardCharsets.UTF_8), head);
        var deals = Pattern.compile("\"/deals/(\\d+)\\?list=")
                .matcher(list)
                .results()
                .map(found -> found.group(1));
        assertThat(deals.distinct()).hasSize(20);
    }

    @Test
    void theAuthorOfAChangeSeesItInTheNextFunnel() throws Exception {
        var deal = jdbc.sql("select id from deal where outcome = 'OPEN'")
                .query(Long.class)
                .single();
        assertThat(inWork()).isEqualTo(1);

        close.won(new DealId(deal), Seen.ANYTHING, null, null, world.user(head));

        assertThat(inWork()).isZero();
    }

    @Test
    void aComparisonGivesTheOtherFiguresAndTheExactDifference() throws Exception {
        mvc.perform(get("/api/v1/funnel?view=closed&owner=Ana Marušić&compare=owner:Ivan Perić")
                        .with(world.bearer(head)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.comparison.with").value("owner"))
                .andExpect(jsonPath("$.comparison.other.totals.won.count").value(10))
                .andExpect(jsonPath("$.comparison.stages[1].won").value(0))
                .andExpect(jsonPath("$.comparison.stages[1].wonAmount").value("0.00"))
                .andExpect(jsonPath("$.comparison.totals.verdict").value("too-few"));
        mvc.perform(get("/api/v1/funnel?view=closed&compare=previous").with(world.bearer(head)))
                .andExpect(jsonPath("$.comparison.other.totals.won.count").value(0))
                .andExpect(jsonPath("$.comparison.totals.won").value(20))
                .andExpect(jsonPath("$.comparison.totals.wonAmount").value("2000.00"))
                .andExpect(jsonPath("$.comparison.stages[1].entered").value(30));
    }

    @Test
    void thePageShowsThinBarsDifferencesInWordsAndTheExportHasThem() throws Exception {
        var page = reader.page("/funnel?view=closed&compare=previous", head);
        assertThat(page).contains("class=\"m-before\"", "↑ 30 more", "too few to tell");

        assertThat(reader.page("/funnel?view=active&compare=last-year", head)).contains("↑ 1 more");
        var csv = reader.page("/funnel/export.csv?view=closed&compare=previous", head);
        assertThat(csv).contains("Difference: entered").contains(";0;0;0,00;;30;20;2000,00;;");
    }

    @Test
    void whatAComparisonCannotReadIsRefusedAtItsField() throws Exception {
        mvc.perform(get("/api/v1/funnel?view=closed&compare=owner:Nobody").with(world.bearer(head)))
                .andExpect(status().is(422))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("compare")));
    }

    @Test
    void anAnswerIsKeptUntilSomethingChanges() throws Exception {
        reader.page("/funnel?view=closed", head);
        jdbc.sql("update stage_fact set outcome = 'LOST' where outcome = 'WON'").update();
        assertThat(reader.page("/funnel?view=closed", head)).contains(">20</a>");

        facts.rebuild();

        assertThat(facts.differing()).isEmpty();
    }

    private long inWork() throws Exception {
        var answer = mvc.perform(get("/api/v1/funnel").with(world.bearer(head)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonMapper.shared().readTree(answer).at("/totals/inWork/count").asLong();
    }
}
