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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Rep against company, effort for each result, and the fair comparison: what they show, and to whom. */
@LijevakTest
class ComparisonPageTests {
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
    }

    private long deal(PersonId rep, PersonId began, String outcome, String amount) {
        return rows.deal(
                type,
                rep.value(),
                null,
                new BigDecimal(amount),
                20,
                List.of(new Visit(first, began.value(), "ADVANCED"), new Visit(second, rep.value(), outcome)));
    }

    private long lostAtOnce(PersonId rep) {
        return rows.deal(type, rep.value(), null, BigDecimal.TEN, 20, List.of(new Visit(first, rep.value(), "LOST")));
    }

    private void many(PersonId rep, int won, int lostAtOnce) {
        for (var i = 0; i < won; i++) {
            deal(rep, rep, "WON", "100.00");
        }
        for (var i = 0; i < lostAtOnce; i++) {
            lostAtOnce(rep);
        }
    }

    @Test
    void aStageIsMarkedOnlyWhereTheDifferenceIsSure() throws Exception {
        many(rows.ivan(), 20, 80);
        many(rows.mia(), 180, 20);
        facts.rebuild();

        // the company passes 200 of 300; Ivan 20 of 100; of 100 the company would have lost 33.3
        mvc.perform(get("/api/v1/reports/people/stages?person=" + rows.ivan()).with(world.bearer(rows.ana())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stages[0].conversion").value(0.2))
                .andExpect(jsonPath("$.stages[0].companyConversion").value(0.666667))
                .andExpect(jsonPath("$.stages[0].lostBeyond").value(46.67))
                .andExpect(jsonPath("$.stages[0].mark").value("WORSE"))
                .andExpect(jsonPath("$.stages[1].mark").doesNotExist());
        assertThat(reader.page("/reports/people/stages?person=" + rows.ivan(), rows.ana()))
                .contains("loses more than the company");
    }

    @Test
    void aRepSeesNoColleagueByName() throws Exception {
        many(rows.ivan(), 10, 10);
        many(rows.mia(), 10, 10);
        facts.rebuild();

        mvc.perform(get("/reports/people/stages?person=" + rows.mia()).with(world.signedInAs(rows.ivan())))
                .andExpect(status().isForbidden());
        assertThat(reader.page("/reports/people/stages", rows.ivan()))
                .contains("would tell of single colleagues")
                .doesNotContain("Mia Novak");
        assertThat(reader.page("/reports/people/fair", rows.ivan()))
                .contains("would tell of single colleagues")
                .doesNotContain("Mia Novak");
        assertThat(reader.page("/reports/people/effort", rows.ivan()))
                .contains("Ivan Perić")
                .doesNotContain("Mia Novak");
    }

    @Test
    void effortIsCountedAsByHand() throws Exception {
        // two deals: one came to the offer a day after it was opened and was won, the other was lost before
        var won = deal(rows.ivan(), rows.ivan(), "WON", "100.00");
        var lost = lostAtOnce(rows.ivan());
        facts.rebuild();
        var opened = ReportWorld.TODAY.minus(30, ChronoUnit.DAYS);
        call(won, opened.plus(1, ChronoUnit.HOURS));
        call(won, opened.plus(2, ChronoUnit.HOURS));
        call(won, opened.plus(3, ChronoUnit.DAYS));
        call(lost, opened.plus(9, ChronoUnit.DAYS));
        rows.contact("MEETING", "HELD", rows.mia().value(), won, opened.plus(3, ChronoUnit.HOURS));
        rows.contact("CALL", "FAILED", rows.ivan().value(), won, opened.plus(1, ChronoUnit.HOURS));
        rows.contact("NOTE", "HELD", rows.ivan().value(), won, opened.plus(1, ChronoUnit.HOURS));

        // to the offer: two calls and a meeting before, and the call of the lost deal; to the win: all five
        mvc.perform(get("/api/v1/reports/people/effort").with(world.bearer(rows.ana())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reps[0].prices[0].stage").value(second))
                .andExpect(jsonPath("$.reps[0].prices[0].results").value(1))
                .andExpect(jsonPath("$.reps[0].prices[0].calls").value(3))
                .andExpect(jsonPath("$.reps[0].prices[0].meetings").value(1))
                .andExpect(jsonPath("$.reps[0].prices[0].each").value(4.0))
                .andExpect(jsonPath("$.reps[0].prices[1].results").value(1))
                .andExpect(jsonPath("$.reps[0].prices[1].calls").value(4))
                .andExpect(jsonPath("$.reps[0].prices[1].each").value(5.0));
    }

    private void call(long deal, Instant when) {
        rows.contact("CALL", "HELD", rows.ivan().value(), deal, when);
    }

    @Test
    void theCreditOfADealThatChangedHandsIsSplitByTheStagesLed() throws Exception {
        many(rows.mia(), 1, 0);
        deal(rows.ivan(), rows.mia(), "WON", "100.01");
        deal(rows.ivan(), rows.ivan(), "LOST", "50.00");
        facts.rebuild();

        // 100.01 in halves: the odd cent goes to the lower id, Ivan; Mia has 100.00 of her own
        mvc.perform(get("/api/v1/reports/people/fair").with(world.bearer(rows.ana())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.comparison.rows[0].name").value("Ivan Perić"))
                .andExpect(jsonPath("$.comparison.rows[0].amount").value(100.01))
                .andExpect(jsonPath("$.comparison.rows[0].credited").value(50.01))
                .andExpect(jsonPath("$.comparison.rows[1].credited").value(150.0));
    }

    @Test
    void theStageAtTakeoverIsATrait() throws Exception {
        many(rows.mia(), 15, 15);
        for (var i = 0; i < 25; i++) {
            deal(rows.ivan(), rows.mia(), "WON", "100.00");
        }
        facts.rebuild();

        mvc.perform(get("/api/v1/reports/people/fair").with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$.comparison.traits[?(@ == 'takeover')]").isNotEmpty());
    }

    @Test
    void pagesOpenWithTheirPictureAndTheirFiles() throws Exception {
        many(rows.ivan(), 20, 10);
        many(rows.mia(), 10, 20);
        facts.rebuild();

        var effort = reader.page("/reports/people/effort", rows.ana());
        assertThat(effort).contains("<svg class=\"reports-quadrant\"", ">Few contacts,</tspan>", ">big income</tspan>");
        assertThat(Pattern.compile("class=\"reports-mark\"").matcher(effort).results())
                .hasSize(2);
        assertThat(reader.page("/reports/people/fair", rows.ana())).contains("Won / expected");
        assertThat(reader.page("/reports/people/stages", rows.ana())).doesNotContain("??");
        for (var tab : List.of("stages", "effort", "fair")) {
            assertThat(reader.page("/reports/people/" + tab + "/export.csv", rows.ana()))
                    .contains("Sale", tab.equals("stages") ? "Mia Novak" : "Ivan Perić");
        }
    }

    @Test
    void aPersonWhoIsNotKnownIsRefusedAtItsField() throws Exception {
        mvc.perform(get("/api/v1/reports/people/stages?person=Nobody").with(world.bearer(rows.ana())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("person"));
    }
}
