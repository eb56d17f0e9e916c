package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
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
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** March against February: the parts sum to the difference of the funnel's own won amounts, and open their deals. */
@LijevakTest
class FunnelDifferenceTests {
    private static final String MARCH = "view=closed&from=2026-03-01&to=2026-03-31";

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
    private FunnelWorld rows;
    private long contact;
    private long offer;
    private long type;
    private long fair;

    /** February: 4 on hand, 2 decided, 1 won of 100.00. March: 6 on hand, 4 decided, 2 won of 150.05 each. */
    @BeforeEach
    void twoMonths() {
        world.reset();
        head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rows = new FunnelWorld(jdbc);
        contact = rows.stage("Contact", 1);
        offer = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(contact, offer));
        fair = rows.source("Fair");
        deal(fair, "WON", "100.00", "2026-02-02", "2026-02-10");
        deal(null, "LOST", "70.00", "2026-02-03", "2026-02-20");
        deal(fair, "WON", "150.05", "2026-02-04", "2026-03-05");
        deal(null, "LOST", "60.00", "2026-02-05", "2026-03-06");
        deal(fair, "WON", "150.05", "2026-03-02", "2026-03-10");
        deal(null, "LOST", "50.00", "2026-03-03", "2026-03-20");
        deal(fair, "OPEN", "40.00", "2026-03-04", null);
        deal(null, "OPEN", "30.00", "2026-03-05", null);
        facts.rebuild();
    }

    @Test
    void thePartsSumToTheDifferenceOfTheFunnels() throws Exception {
        var difference = reader.json("/api/v1/funnel/difference?" + MARCH, head);
        var funnel = reader.json("/api/v1/funnel?compare=previous&" + MARCH, head);

        assertThat(difference.at("/difference").asString()).isEqualTo("200.10");
        assertThat(funnel.at("/comparison/totals/wonAmount").asString()).isEqualTo("200.10");
        var sum = BigDecimal.ZERO;
        for (var part : difference.at("/parts")) {
            sum = sum.add(new BigDecimal(part.at("/effect").asString()));
        }
        assertThat(sum).isEqualByComparingTo("200.10");
        assertThat(difference.at("/otherDeals/onHand").asInt()).isEqualTo(4);
        assertThat(difference.at("/otherDeals/decided").asInt()).isEqualTo(2);
        assertThat(difference.at("/ownDeals/onHand").asInt()).isEqualTo(6);
        assertThat(difference.at("/ownDeals/decided").asInt()).isEqualTo(4);
        // the mean won amount: (150.05 - 100.00) times deals won, of all orders
        assertThat(new BigDecimal(difference.at("/parts/6/effect").asString())).isPositive();
    }

    @Test
    void everyPartOpensItsDeals() throws Exception {
        var page = reader.page("/funnel/difference?" + MARCH, head);

        assertThat(page).contains("Number of deals", "Mix of sources", "Passed Offer", "<svg class=\"waterfall__bar\"");
        var link = Pattern.compile("href=\"(/deals\\?funnel=[^\"]*)\">6</a>").matcher(page);
        assertThat(link.find()).isTrue();
        var list = mvc.perform(get(java.net.URI.create(link.group(1))).with(world.signedInAs(head)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Pattern.compile("\"/deals/(\\d+)\\?list=")
                        .matcher(list)
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .hasSize(6);
    }

    @Test
    void cohortsAreExplainedToo() throws Exception {
        var difference = reader.json(
                "/api/v1/funnel/difference?rule=cohort&compare=period&compareFrom=2026-02-01&compareTo=2026-02-28&"
                        + MARCH,
                head);

        assertThat(difference.at("/ownDeals/onHand").asInt()).isEqualTo(4);
        var sum = BigDecimal.ZERO;
        for (var part : difference.at("/parts")) {
            sum = sum.add(new BigDecimal(part.at("/effect").asString()));
        }
        assertThat(sum).isEqualByComparingTo(difference.at("/difference").asString());
    }

    @Test
    void openDealsHaveNoDifferenceToExplain() throws Exception {
        mvc.perform(get("/api/v1/funnel/difference?view=active").with(world.bearer(head)))
                .andExpect(status().is(422));
    }

    private void deal(@Nullable Long source, String outcome, String amount, String opened, @Nullable String closed) {
        var entered = noon(opened);
        var left = closed == null ? null : noon(closed);
        var moved = entered.plusSeconds(3600);
        rows.deal(
                new Deal(type, offer, outcome, head.value(), source, null, new BigDecimal(amount), entered, left),
                List.of(
                        new Visit(contact, entered, moved, "ADVANCED", null, null, entered, moved),
                        new Visit(offer, moved, left, outcome, null, null, moved, left)));
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
    }
}
