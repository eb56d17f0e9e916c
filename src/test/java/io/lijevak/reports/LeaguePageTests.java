package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.funnel.DealFacts;
import io.lijevak.reports.ReportWorld.Visit;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the league table, its export and its API show, and to whom. */
@LijevakTest
class LeaguePageTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    private ReportWorld rows;
    private PersonId chief;
    private PersonId head;
    private PersonId ivan;
    private PersonId mia;
    private long first;
    private long second;
    private long type;

    @BeforeEach
    void deals() {
        world.reset();
        rows = new ReportWorld(jdbc);
        var team = world.team("North");
        chief = world.person("Ana Marušić", Role.ADMINISTRATOR);
        head = world.person("Petra Horvat", Role.HEAD_OF_SALES, team, null);
        ivan = world.person("Ivan Perić", Role.SALES_REP, team, head);
        mia = world.person("Mia Novak", Role.SALES_REP);
        first = rows.stage("Contact", 1);
        second = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(first, second));
        closed(ivan, 15, 5, 100, 20);
        closed(mia, 5, 15, 200, 40);
        work();
        facts.rebuild();
    }

    private void closed(PersonId rep, int won, int lost, int amount, int days) {
        for (var i = 0; i < won + lost; i++) {
            deal(rep, i < won ? "WON" : "LOST", amount, days);
        }
    }

    private long deal(PersonId rep, String outcome, int amount, int days) {
        return rows.deal(
                type,
                rep.value(),
                null,
                BigDecimal.valueOf(amount),
                days,
                List.of(new Visit(first, rep.value(), "ADVANCED"), new Visit(second, rep.value(), outcome)));
    }

    /** Ivan: two calls held (one about a won deal), a meeting of Mia's in which he took part, a note, a call not held. */
    private void work() {
        var won = deal(ivan, "WON", 100, 20);
        var when = ReportWorld.TODAY.minus(12, ChronoUnit.DAYS);
        rows.contact("CALL", "HELD", ivan.value(), won, when);
        rows.contact("CALL", "HELD", ivan.value(), null, when);
        rows.contact("CALL", "FAILED", ivan.value(), won, when);
        rows.contact("NOTE", "HELD", ivan.value(), won, when);
        rows.contact("MEETING", "HELD", mia.value(), won, when);
        rows.takesPart(ivan.value());
        rows.assignment(chief.value(), ivan.value(), -1);
        rows.assignment(chief.value(), ivan.value(), 2);
        rows.assignment(chief.value(), ivan.value(), null);
        rows.assignment(ivan.value(), ivan.value(), null);
    }

    @Test
    void indicatorsAreCountedAsByHand() throws Exception {
        mvc.perform(get("/api/v1/reports/people?averageDeal=0&salesPerDeal=0&calls=0&meetings=0")
                        .with(world.bearer(chief)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.asked.dealType.name").value("Sale"))
                .andExpect(jsonPath("$.reps[0].rep.name").value("Ivan Perić"))
                .andExpect(jsonPath("$.reps[0].decided").value(21))
                .andExpect(jsonPath("$.reps[0].indicators.wonAmount.value").value(1600.0))
                .andExpect(jsonPath("$.reps[0].indicators.winRate.value").value(0.761905))
                .andExpect(jsonPath("$.reps[0].indicators.daysToWin.value").value(20.0))
                .andExpect(jsonPath("$.reps[0].indicators.averageDeal.value").value(100.0))
                .andExpect(jsonPath("$.reps[0].indicators.salesPerDeal.value").value(76.190476))
                .andExpect(jsonPath("$.reps[0].indicators.calls.value").value(2.0))
                .andExpect(jsonPath("$.reps[0].indicators.meetings.value").value(1.0))
                .andExpect(jsonPath("$.reps[0].indicators.efficiency.value").value(0.666667))
                .andExpect(jsonPath("$.reps[0].indicators.overdue.value").value(0.666667))
                .andExpect(jsonPath("$.reps[0].indicators.overdue.n").value(3))
                .andExpect(jsonPath("$.reps[1].indicators.wonAmount.value").value(1000.0))
                .andExpect(jsonPath("$.average.wonAmount").value(1300.0));
    }

    @Test
    void eachNumberOpensExactlyItsList() throws Exception {
        var page = text("/reports/people?wonCount=1&calls=1&meetings=1");

        assertThat(deals(link(page, "/deals?funnel=", "figure%3Awon"))).isEqualTo(16);
        assertThat(deals(link(page, "/deals?funnel=", "figure%3Adecided"))).isEqualTo(21);
        assertThat(items(link(page, "/interactions?", "kind=call"))).isEqualTo(2);
        assertThat(items(link(page, "/interactions?", "kind=meeting"))).isEqualTo(1);
        assertThat(items(link(page, "/interactions?", "report=won"))).isEqualTo(2);
        assertThat(items(link(page, "/tasks?", "late=true"))).isEqualTo(2);
    }

    @Test
    void aListOpenedFromTheReportSaysWhatItShows() throws Exception {
        assertThat(text("/interactions?person=" + ivan + "&report=won")).contains("about won deals");
        assertThat(text("/tasks?whose=team&promisedFrom=2026-01-01&promisedTo=2026-12-31&late=true"))
                .contains("carried out late");
    }

    @Test
    void aRepSeesOnlyTheOwnRowAndNoAverageOfSingleColleagues() throws Exception {
        mvc.perform(get("/api/v1/reports/people").with(world.bearer(ivan)))
                .andExpect(jsonPath("$.reps.length()").value(1))
                .andExpect(jsonPath("$.reps[0].rep.name").value("Ivan Perić"))
                .andExpect(jsonPath("$.average").doesNotExist());
        assertThat(textAs(ivan, "/reports/people"))
                .contains("Ivan Perić", "would tell of single colleagues")
                .doesNotContain("Mia Novak");
    }

    @Test
    void aRepIsComparedWithTheAverageOfAllOnceTheyAreSeveral() throws Exception {
        closed(world.person("Eva", Role.SALES_REP), 10, 10, 300, 10);
        closed(world.person("Luka", Role.SALES_REP), 10, 10, 300, 10);
        facts.rebuild();

        // (1600 + 1000 + 3000 + 3000) / 4
        mvc.perform(get("/api/v1/reports/people").with(world.bearer(ivan)))
                .andExpect(jsonPath("$.reps.length()").value(1))
                .andExpect(jsonPath("$.average.wonAmount").value(2150.0));
    }

    @Test
    void aHeadSeesTheTeam() throws Exception {
        assertThat(textAs(head, "/reports/people")).contains("Ivan Perić").doesNotContain("Mia Novak");
    }

    @Test
    void theExportCarriesFormulaAndQuestion() throws Exception {
        var csv = text("/reports/people/export.csv");

        assertThat(csv)
                .contains("Ivan Perić;")
                .contains("(3 × Won amount + 2 × Win rate")
                .contains("Sale");
        mvc.perform(get("/reports/people/export.xlsx").with(world.signedInAs(chief)))
                .andExpect(status().isOk());
        mvc.perform(get("/reports/people/export.csv").with(world.signedInAs(ivan)))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatCannotBeReadIsRefusedAtItsField() throws Exception {
        mvc.perform(get("/api/v1/reports/people?winRate=lots").with(world.bearer(chief)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("winRate"));
        mvc.perform(get("/api/v1/reports/people?from=2026-03-01&to=2026-01-01").with(world.bearer(chief)))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("to"));
    }

    @Test
    void anEmptyPeriodSaysSo() throws Exception {
        assertThat(text("/reports/people?from=2001-01-01&to=2001-12-31"))
                .contains("No deal “Sale” was closed")
                .doesNotContain("??");
    }

    private static String link(String page, String start, String part) {
        var link = Pattern.compile("href=\"(" + Pattern.quote(start) + "[^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as("%s … %s", start, part).isTrue();
        return URLDecoder.decode(link.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8);
    }

    private long deals(String address) throws Exception {
        return Pattern.compile("\"/deals/(\\d+)\\?list=")
                .matcher(text(address))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
    }

    private int items(String address) throws Exception {
        JsonNode answer = JsonMapper.shared()
                .readTree(mvc.perform(get("/api/v1" + address).with(world.bearer(chief)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        return answer.at("/items").size();
    }

    private String text(String address) throws Exception {
        return textAs(chief, address);
    }

    private String textAs(PersonId person, String address) throws Exception {
        return mvc.perform(get(address).with(world.signedInAs(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
