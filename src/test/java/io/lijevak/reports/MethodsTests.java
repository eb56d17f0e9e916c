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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Which methods work, and how many contacts deals have: four closed deals by hand, each number against its list. */
@LijevakTest
class MethodsTests {
    private static final Pattern LISTED = Pattern.compile("\"/deals/(\\d+)\\?list=");
    private static final Pattern NUMBER =
            Pattern.compile("href=\"(/(?:deals|interactions)\\?[^\"]+)\"[^>]*>\\s*(\\d+)\\s*</a>");

    private static final String EVENTS =
            "events-call-held,events-meeting-held,events-email-held,events-meeting-planned";

    @Autowired
    World world;

    @Autowired
    ReportWorld rows;

    @Autowired
    Reader reader;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    private PersonId chief;
    private PersonId ivan;
    private PersonId mia;
    private long type;
    private long stage;

    /** All were opened 30 days ago and closed 10 days ago. */
    @BeforeEach
    void deals() {
        rows.found();
        chief = rows.ana();
        ivan = rows.ivan();
        mia = rows.mia();
        stage = rows.stage("Contact", 1);
        type = rows.type("Sale", List.of(stage));
        var galeb = rows.customer("Galeb", ivan.value());
        var won = deal(ivan, galeb, "WON");
        contact("CALL", "HELD", "INCOMING", galeb, null, 35);
        contact("MEETING", "HELD", null, galeb, won, 20);
        contact("EMAIL", "HELD", "OUTGOING", galeb, won, 12);
        contact("CALL", "HELD", "OUTGOING", galeb, won, 5);
        var lost = deal(mia, null, "LOST");
        contact("EMAIL", "HELD", "INCOMING", null, lost, 25);
        jdbc.sql("update interaction set opened_deal_id = deal_id where deal_id = ?")
                .param(lost)
                .update();
        contact("CALL", "FAILED", "OUTGOING", null, lost, 40);
        contact("NOTE", "HELD", null, null, lost, 40);
        contact("MEETING", "PLANNED", null, null, lost, -5);
        deal(mia, null, "WON");
        contact("MEETING", "HELD", null, null, deal(ivan, null, "LOST"), 25);
        facts.rebuild();
    }

    @Test
    void dealsAreGroupedByTheirFirstAndLastContactAndCountWhatWasHeld() throws Exception {
        var answer = matrix("rows=firstContact,lastContact&columns=none&measures=entered,won," + EVENTS);

        expect(answer, "CALL", "EMAIL", 1, 1, 1, 1, 1, 0);
        expect(answer, "EMAIL", "EMAIL", 1, 0, 0, 0, 1, 1);
        expect(answer, "", "MEETING", 1, 0, 0, 1, 0, 0);
        expect(answer, "", "", 1, 1, 0, 0, 0, 0);
        answer.andExpect(jsonPath("$.cells[0].measures.entered").value(4))
                .andExpect(
                        jsonPath("$.cells[0].measures['events-meeting-held']").value(2));
        matrix("rows=firstDirection&columns=none&measures=entered")
                .andExpect(jsonPath("$.cells[?(@.row[0] == 'INCOMING')].measures.entered")
                        .value(2))
                .andExpect(
                        jsonPath("$.cells[?(@.row[0] == '')].measures.entered").value(2));
    }

    @Test
    void everyNumberOpensAListOfAsManyDealsOrContacts() throws Exception {
        var question = "view=closed&rows=stage,firstContact&columns=owner,lastContact&measures=entered," + EVENTS;
        var numbers = NUMBER.matcher(page("/funnel/matrix?" + question));
        var contacts = 0;
        for (var i = 0; numbers.find(); i++) {
            if (i % 3 == 0) {
                var href = numbers.group(1).replace("&amp;", "&");
                contacts += href.startsWith("/interactions") ? 1 : 0;
                assertThat(listed(href)).as(href).isEqualTo(Long.parseLong(numbers.group(2)));
            }
        }
        assertThat(contacts).isGreaterThan(5);
        assertThat(page("/funnel/events?view=closed"))
                .contains("Contacts of the deals of each stage", "Meetings held: 2", "/interactions?");
    }

    @Test
    void conditionsNarrowTheFunnelAndThePassportCountsAlike() throws Exception {
        mvc.perform(get("/api/v1/funnel?view=closed&where.firstContact=CALL").with(world.bearer(chief)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totals.won.count").value(1))
                .andExpect(jsonPath("$.totals.lost.count").value(0));
        passport("events-meeting-held", "by-lastContact:MEETING", 1);
        passport("events-meeting-held", "stage:" + stage, 2);
        passport("events-email-held", "asOf:" + LocalDate.now().minusDays(20), 1);
        assertThat(page("/deals?where.lastContact=EMAIL")).contains("Last contact before the close");
    }

    @Test
    void ofAPastDayOnlyWhatWasHeldIsKnown() throws Exception {
        var day = LocalDate.now().minusDays(18);
        matrix("rule=cohort&rows=none&columns=none&measures=" + EVENTS + "&asOf=" + day)
                .andExpect(
                        jsonPath("$.cells[0].measures['events-meeting-held']").value(2))
                .andExpect(jsonPath("$.cells[0].measures['events-call-held']").value(0))
                .andExpect(jsonPath("$.cells[0].measures['events-meeting-planned']")
                        .doesNotExist());
    }

    @Test
    void nobodyLearnsOfContactsThatTheyMayNotSee() throws Exception {
        mvc.perform(get("/api/v1/funnel/matrix?view=closed&rows=firstContact&columns=none&measures=entered," + EVENTS)
                        .with(world.bearer(ivan)))
                .andExpect(jsonPath("$.cells[0].measures.entered").value(2))
                .andExpect(
                        jsonPath("$.cells[0].measures['events-meeting-held']").value(2))
                .andExpect(jsonPath("$.cells[0].measures['events-email-held']").value(1))
                .andExpect(jsonPath("$.cells[?(@.row[0] == 'EMAIL')]").isEmpty());
    }

    private void passport(String measure, String cell, int events) throws Exception {
        mvc.perform(get("/api/v1/funnel/passport")
                        .param("cell", "view:closed,rule:cohort,figure:entered,dealType:" + type + "," + cell)
                        .param("measure", measure)
                        .param("recount", "true")
                        .with(world.bearer(chief)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.told.value").value(events))
                .andExpect(jsonPath("$.recount.value").value(events))
                .andExpect(jsonPath("$.recount.equal").value(true));
    }

    private ResultActions matrix(String question) throws Exception {
        return mvc.perform(get("/api/v1/funnel/matrix?view=closed&" + question).with(world.bearer(chief)))
                .andExpect(status().isOk());
    }

    private static void expect(ResultActions answer, String first, String last, int... measures) throws Exception {
        var cell =
                "$.cells[?(@.row.length() == 2 && @.row[0] == '" + first + "' && @.row[1] == '" + last + "')].measures";
        var names = List.of(
                "entered",
                "won",
                "events-call-held",
                "events-meeting-held",
                "events-email-held",
                "events-meeting-planned");
        for (var i = 0; i < measures.length; i++) {
            answer.andExpect(jsonPath(cell + "['" + names.get(i) + "']").value(measures[i]));
        }
    }

    private long listed(String href) throws Exception {
        if (href.startsWith("/deals")) {
            return LISTED.matcher(page(href))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .count();
        }
        return reader.json("/api/v1" + href, chief).get("items").size();
    }

    private String page(String address) throws Exception {
        return reader.page(address, chief);
    }

    private long deal(PersonId rep, @Nullable Long customer, String outcome) {
        return rows.deal(
                type,
                rep.value(),
                customer,
                new BigDecimal("100.00"),
                20,
                List.of(new Visit(stage, rep.value(), outcome)));
    }

    private void contact(
            String kind,
            String state,
            @Nullable String direction,
            @Nullable Long customer,
            @Nullable Long deal,
            int daysAgo) {
        var at = ReportWorld.at(ReportWorld.TODAY.minus(daysAgo, ChronoUnit.DAYS));
        jdbc.sql("""
                insert into interaction (kind, state, at, state_at, direction, search_text, customer_id, deal_id, created_at)
                values (?, ?, ?, ?, ?, 'talk', ?, ?, ?)""").params(kind, state, at, at, direction, customer, deal, at).update();
    }
}
