package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
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
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the league table, its export and its API show, and to whom. */
@LijevakTest
class LeaguePageTests {
    @Autowired
    World world;

    @Autowired
    ReportWorld rows;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    private long first;
    private long second;
    private long type;

    @BeforeEach
    void deals() {
        rows.found();
        first = rows.stage("Contact", 1);
        second = rows.stage("Offer", 2);
        type = rows.type("Sale", List.of(first, second));
        closed(rows.ivan(), 15, 5, 100, 20);
        closed(rows.mia(), 5, 15, 200, 40);
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
        var won = deal(rows.ivan(), "WON", 100, 20);
        var when = ReportWorld.TODAY.minus(12, ChronoUnit.DAYS);
        rows.contact("CALL", "HELD", rows.ivan().value(), won, when);
        rows.contact("CALL", "HELD", rows.ivan().value(), null, when);
        rows.contact("CALL", "FAILED", rows.ivan().value(), won, when);
        rows.contact("NOTE", "HELD", rows.ivan().value(), won, when);
        rows.contact("MEETING", "HELD", rows.mia().value(), won, when);
        rows.takesPart(rows.ivan().value());
        rows.assignment(rows.ana().value(), rows.ivan().value(), -1);
        rows.assignment(rows.ana().value(), rows.ivan().value(), 2);
        rows.assignment(rows.ana().value(), rows.ivan().value(), null);
        rows.assignment(rows.ivan().value(), rows.ivan().value(), null);
    }

    @Test
    void indicatorsAreCountedAsByHand() throws Exception {
        mvc.perform(get("/api/v1/reports/people?averageDeal=0&salesPerDeal=0&calls=0&meetings=0")
                        .with(world.bearer(rows.ana())))
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
        var page = reader.page("/reports/people?wonCount=1&calls=1&meetings=1", rows.ana());

        assertThat(deals(link(page, "/deals?funnel=", "figure%3Awon"))).isEqualTo(16);
        assertThat(deals(link(page, "/deals?funnel=", "figure%3Adecided"))).isEqualTo(21);
        assertThat(items(link(page, "/interactions?", "kind=call"))).isEqualTo(2);
        assertThat(items(link(page, "/interactions?", "kind=meeting"))).isEqualTo(1);
        assertThat(items(link(page, "/interactions?", "report=won"))).isEqualTo(2);
        assertThat(items(link(page, "/tasks?", "late=true"))).isEqualTo(2);
    }

    @Test
    void aListOpenedFromTheReportSaysWhatItShows() throws Exception {
        assertThat(reader.page("/interactions?person=" + rows.ivan() + "&report=won", rows.ana()))
                .contains("about won deals");
        assertThat(reader.page("/tasks?whose=team&promisedFrom=2026-01-01&promisedTo=2026-12-31&late=true", rows.ana()))
                .contains("carried out late");
    }

    @Test
    void aRepSeesOnlyTheOwnRowAndNoAverageOfSingleColleagues() throws Exception {
        mvc.perform(get("/api/v1/reports/people").with(world.bearer(rows.ivan())))
                .andExpect(jsonPath("$.reps.length()").value(1))
                .andExpect(jsonPath("$.reps[0].rep.name").value("Ivan Perić"))
                .andExpect(jsonPath("$.average").doesNotExist());
        assertThat(reader.page("/reports/people", rows.ivan()))
                .contains("Ivan Perić", "would tell of single colleagues")
                .doesNotContain("Mia Novak");
    }

    @Test
    void aRepIsComparedWithTheAverageOfAllOnceTheyAreSeveral() throws Exception {
        closed(world.person("Eva", Role.SALES_REP), 10, 10, 300, 10);
        closed(world.person("Luka", Role.SALES_REP), 10, 10, 300, 10);
        facts.rebuild();

        // (1600 + 1000 + 3000 + 3000) / 4
        mvc.perform(get("/api/v1/reports/people").with(world.bearer(rows.ivan())))
                .andExpect(jsonPath("$.reps.length()").value(1))
                .andExpect(jsonPath("$.average.wonAmount").value(2150.0));
    }

    @Test
    void aHeadSeesTheTeam() throws Exception {
        assertThat(reader.page("/reports/people", rows.petra()))
                .contains("Ivan Perić")
                .doesNotContain("Mia Novak");
    }

    @Test
    void theExportCarriesFormulaAndQuestion() throws Exception {
        var csv = reader.page("/reports/people/export.csv", rows.ana());

        assertThat(csv)
                .contains("Ivan Perić;")
                .contains("(3 × Won amount + 2 × Win rate")
                .contains("Sale");
        mvc.perform(get("/reports/people/export.xlsx").with(world.signedInAs(rows.ana())))
                .andExpect(status().isOk());
        mvc.perform(get("/reports/people/export.csv").with(world.signedInAs(rows.ivan())))
                .andExpect(status().isForbidden());
    }

    @Test
    void whatCannotBeReadIsRefusedAtItsField() throws Exception {
        mvc.perform(get("/api/v1/reports/people?winRate=lots").with(world.bearer(rows.ana())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("winRate"));
        mvc.perform(get("/api/v1/reports/people?from=2026-03-01&to=2026-01-01").with(world.bearer(rows.ana())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("to"));
    }

    @Test
    void anEmptyPeriodSaysSo() throws Exception {
        assertThat(reader.page("/reports/people?from=2001-01-01&to=2001-12-31", rows.ana()))
                .contains("No deal “Sale” was closed");
    }

    private static String link(String page, String start, String part) {
        var link = Pattern.compile("href=\"(" + Pattern.quote(start) + "[^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as("%s … %s", start, part).isTrue();
        return URLDecoder.decode(link.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8);
    }

    private long deals(String address) throws Exception {
        return Pattern.compile("\"/deals/(\\d+)\\?list=")
                .matcher(reader.page(address, rows.ana()))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
    }

    private int items(String address) throws Exception {
        JsonNode answer = JsonMapper.shared()
                .readTree(mvc.perform(get("/api/v1" + address).with(world.bearer(rows.ana())))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        return answer.at("/items").size();
    }
}
