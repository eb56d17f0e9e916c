package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rates on the page and in the API say what they rest on; open deals count as open. */
@LijevakTest
class HonestFunnelTests {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    LearnStatistics statistics;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private PersonId head;
    private FunnelWorld rows;
    private long contact;
    private long offer;
    private long type;

    @BeforeEach
    void company() {
        world.reset();
        head = world.person("Ana Marušić", Role.ADMINISTRATOR);
        rows = new FunnelWorld(jdbc);
        contact = rows.stage("Contact", 1);
        offer = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(contact, offer));
    }

    /** All were opened 30 days ago: 10 won in Offer after 5 + 5 days, 10 lost in Contact after 10, 20 stand in Contact. */
    private void deals() {
        for (var i = 0; i < 10; i++) {
            deal(offer, "WON", 20, visit(contact, 30, 25, "ADVANCED"), visit(offer, 25, 20, "WON"));
            deal(contact, "LOST", 20, visit(contact, 30, 20, "LOST"));
        }
        for (var i = 0; i < 20; i++) {
            deal(contact, "OPEN", null, visit(contact, 30, null, "OPEN"));
        }
        facts.rebuild();
    }

    @Test
    void aCohortCountsOpenDealsAsOpen() throws Exception {
        deals();

        var contacts = funnel("view=closed&rule=cohort").at("/stages/0");

        // 40 at risk: 10 go on after 5 days, 10 are lost after 10; 20 have stood longer than any that left
        assertThat(contacts.at("/openAsOpen/undecided").asDouble()).isCloseTo(0.5, within(1e-6));
        assertThat(contacts.at("/openAsOpen/medianDays").asDouble()).isEqualTo(10.0);
        assertThat(contacts.at("/openAsOpen/open").asInt()).isEqualTo(20);
        assertThat(contacts.at("/conversion").asDouble()).isEqualTo(0.5);
        assertThat(contacts.at("/conversionInterval/n").asDouble()).isEqualTo(20);
        assertThat(contacts.at("/conversionInterval/low").asDouble()).isBetween(0.31, 0.34);
        assertThat(contacts.at("/conversionInterval/high").asDouble()).isBetween(0.66, 0.69);
    }

    @Test
    void thePassportOfAConversionCountsItsIntervalsAgain() throws Exception {
        deals();
        statistics.now();
        facts.rebuild();

        var passport = reader.json("/api/v1/funnel/passport?recount=true&cell=" + cohort(), head);

        assertThat(passport.at("/count").asInt()).isEqualTo(20);
        assertThat(passport.at("/interval/low").asDouble()).isBetween(0.31, 0.34);
        assertThat(passport.at("/openAsOpen/undecided").asDouble()).isCloseTo(0.5, within(1e-6));
        assertThat(passport.at("/recount/equal").asBoolean()).isTrue();
        for (var told : List.of("/interval", "/openAsOpen")) {
            assertThat(passport.at("/recount" + told)).isEqualTo(passport.at(told));
        }
        assertThat(reader.page("/funnel/passport?recount=true&cell=" + cohort(), head))
                .contains(
                        "Bayesian Data Analysis",
                        "Aalen and Johansen",
                        "Conversion 50,0\u00a0%, 90 % interval 32,4\u00a0%",
                        "Equal");
    }

    private String cohort() {
        return "dealType:" + type + ",figure:decided,from:" + day(60) + ",rule:cohort,stage:" + contact + ",to:"
                + day(0) + ",view:closed";
    }

    private static String day(int ago) {
        return ago(ago).toString().substring(0, 10);
    }

    @Test
    void otherRulesChooseByTheEndAndSaySoByNothing() throws Exception {
        deals();

        assertThat(funnel("view=closed").at("/stages/0/openAsOpen").isNull()).isTrue();
    }

    @Test
    void probabilityByOwnStatisticsStandsBesideThatOfTheTemplate() throws Exception {
        deals();
        assertThat(funnel("view=active").at("/stages/0/ownProbability").isNull())
                .isTrue();
        statistics.now();
        facts.rebuild();

        var stages = funnel("view=active").at("/stages");

        assertThat(stages.at("/0/probability").asInt()).isEqualTo(10);
        // of 40 deals half are decided, half of those won; 20 go on
        assertThat(stages.at("/0/ownProbability/estimate").asDouble()).isCloseTo(0.5, within(0.01));
        assertThat(stages.at("/1/ownProbability/estimate").asDouble()).isCloseTo(10.5 / 11, within(1e-6));
        var page = reader.page("/funnel?view=active&probability=own", head);
        assertThat(page).contains("own statistics").doesNotContain("??");
    }

    @Test
    void expectedRevenueGoesByTheChosenProbability() throws Exception {
        deals();
        statistics.now();
        facts.rebuild();

        // 20 deals of 100.00: 10 % of the template, or by own statistics
        assertThat(reader.page("/funnel?view=active", head)).contains(">200<");
        assertThat(reader.page("/funnel?view=active&probability=own", head)).contains(">1.000<");
    }

    /** 2 of the 20 deals of 100.00 are estimated, at 50 and 80 %. */
    @Test
    void ownEstimatesOfDealsAreAThirdProbability() throws Exception {
        deals();
        jdbc.sql("""
                update deal set own_estimate = 50 + 30 * (id % 2)
                where id in (select id from deal where outcome = 'OPEN' order by id limit 2)""").update();
        facts.rebuild();

        var contacts = funnel("view=active").at("/stages/0");

        assertThat(contacts.at("/estimates/deals").asInt()).isEqualTo(2);
        assertThat(contacts.at("/estimates/share").asDouble()).isCloseTo(0.65, within(1e-6));
        assertThat(contacts.at("/estimates/expected").asString()).isEqualTo("130.00");
        assertThat(reader.page("/funnel?view=active&probability=estimate", head))
                .contains(">130<", "2 of 20");
    }

    @Test
    void fewDealsAreCountedRatherThanShared() throws Exception {
        for (var i = 0; i < 3; i++) {
            deal(contact, "LOST", 20, visit(contact, 30, 20, "LOST"));
        }
        facts.rebuild();

        var page = reader.page("/funnel?view=closed", head);

        assertThat(page).contains("0 of 3", "too few").doesNotContain(">0.0%<", ">100.0%<", "0,0\u00a0%");
    }

    @Test
    void statisticsLookAtTheLastTwoYears() {
        var old = TODAY.minus(900, ChronoUnit.DAYS);
        rows.deal(
                new Deal(type, contact, "LOST", head.value(), null, null, null, old, old.plusSeconds(60)),
                List.of(new Visit(contact, old, old.plusSeconds(60), "LOST", null, null, old, old)));
        deals();
        statistics.now();

        assertThat(jdbc.sql("select lost from stage_statistic where stage_id = ? and person_id is null")
                        .param(contact)
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
        assertThat(jdbc.sql("select lost from stage_statistic where stage_id is null and person_id is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    private void deal(long stage, String outcome, @Nullable Integer closedAgo, Visit... visits) {
        rows.deal(
                new Deal(
                        type,
                        stage,
                        outcome,
                        head.value(),
                        null,
                        null,
                        new BigDecimal("100.00"),
                        ago(30),
                        closedAgo == null ? null : ago(closedAgo)),
                List.of(visits));
    }

    private static Visit visit(long stage, int entered, @Nullable Integer left, String outcome) {
        var end = left == null ? null : ago(left);
        return new Visit(stage, ago(entered), end, outcome, null, null, ago(entered), end);
    }

    private static Instant ago(int days) {
        return TODAY.minus(days, ChronoUnit.DAYS);
    }

    private JsonNode funnel(String question) throws Exception {
        var answer = mvc.perform(get("/api/v1/funnel?" + question).with(world.bearer(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonMapper.shared().readTree(answer);
    }
}
