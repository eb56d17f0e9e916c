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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Reports as of a past day: a deal that was lost 40 days ago, and one won ten days ago, which was open before. */
@LijevakTest
class PastReportsTests {
    private static final Pattern LISTED = Pattern.compile("\"/deals/(\\d+)\\?list=");
    private static final String THEN = "asOf=" + LocalDate.now().minusDays(15);

    @Autowired
    World world;

    @Autowired
    ReportWorld rows;

    @Autowired
    Reader reader;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    private PersonId chief;
    private PersonId ivan;

    @BeforeEach
    void deals() {
        rows.found();
        chief = rows.ana();
        ivan = rows.ivan();
        var stage = rows.stage("Contact", 1);
        var offer = rows.stage("Offer", 2);
        var type = rows.type("Sale", List.of(stage, offer));
        var amount = new BigDecimal("100.00");
        var person = ivan.value();
        rows.deal(type, person, null, amount, 20, 40, List.of(new Visit(stage, person, "LOST")));
        var won = rows.deal(
                type,
                person,
                null,
                amount,
                20,
                10,
                List.of(new Visit(stage, person, "ADVANCED"), new Visit(offer, person, "WON")));
        rows.contact("CALL", "HELD", person, won, ReportWorld.TODAY.minus(30, ChronoUnit.DAYS));
        rows.contact("CALL", "HELD", person, won, ReportWorld.TODAY.minus(12, ChronoUnit.DAYS));
        facts.rebuild();
    }

    @Test
    void theLeagueIsThatOfTheDay() throws Exception {
        league("")
                .andExpect(jsonPath("$.reps[0].decided").value(2))
                .andExpect(jsonPath("$.reps[0].indicators.calls.value").value(2));
        league(THEN)
                .andExpect(jsonPath("$.asked.asOf").value(THEN.substring(5)))
                .andExpect(jsonPath("$.reps[0].decided").value(1))
                .andExpect(jsonPath("$.reps[0].indicators.wonAmount.value").value(0))
                .andExpect(jsonPath("$.reps[0].indicators.calls.value").value(1));
        league(THEN + "&known=then").andExpect(jsonPath("$.reps.length()").value(1));
        var page = page("/reports/people?winRate=1&" + THEN);
        assertThat(page).contains("As of", "whether assignments were late are as they are now", "data-past-day");
        var lists = Pattern.compile("href=\"(/deals\\?funnel=[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .distinct()
                .toList();
        assertThat(lists)
                .isNotEmpty()
                .anySatisfy(list -> assertThat(listed(list)).isEqualTo(1));
    }

    @Test
    void effortStagesAndFairnessLookAtTheSameDay() throws Exception {
        ask("/api/v1/reports/people/effort", "")
                .andExpect(jsonPath("$.reps[0].prices[1].results").value(1));
        ask("/api/v1/reports/people/effort", THEN)
                .andExpect(jsonPath("$.reps[0].prices[1].results").value(0))
                .andExpect(jsonPath("$.reps[0].prices[1].calls").value(0));
        ask("/api/v1/reports/people/fair", "")
                .andExpect(jsonPath("$.comparison.rows[0].decided").value(2));
        ask("/api/v1/reports/people/fair", THEN)
                .andExpect(jsonPath("$.comparison.rows[0].decided").value(1));
        ask("/api/v1/reports/people/customers", THEN)
                .andExpect(jsonPath("$.reps[0].decided").value(1));
        ask("/api/v1/reports/people/stages", THEN + "&person=" + ivan)
                .andExpect(jsonPath("$.stages[0].entered").value(1))
                .andExpect(jsonPath("$.stages[0].lost").value(1));
    }

    @Test
    void bottlenecksLookAtTheDayAndSayWhatIsOfNow() throws Exception {
        var period = "&from=" + LocalDate.now().minusDays(60) + "&to=" + LocalDate.now();
        assertThat(page("/funnel/bottlenecks?" + THEN + period))
                .contains("the playbook and the reasons are as they are now", "asOf%3A" + THEN.substring(5))
                .contains("data-past-day");
        assertThat(page("/funnel/bottlenecks?" + THEN)).contains("data-past-day");
    }

    @ParameterizedTest
    @CsvSource({
        "funnel/matrix,asOf=2999-01-01,asOf",
        "funnel/matrix,from=2026-05-01&to=2026-01-01,to",
        "'funnel/matrix','columns=a,b,c,d','columns'",
        "funnel/bottlenecks,asOf=2999-01-01,asOf",
        "funnel/bottlenecks,from=2026-05-01&to=2026-01-01,to",
        "reports/people,asOf=2999-01-01,asOf",
        "reports/people,from=2026-05-01&to=2026-01-01,to",
        "reports/people/effort,from=2026-13-01,from",
        "reports/people/stages,dealType=None,dealType"
    })
    void whatCannotBeAskedIsRefusedAtItsPlaceWithWhatWasTyped(String report, String question, String at)
            throws Exception {
        ask("/api/v1/" + report, question, 422)
                .andExpect(jsonPath("$.errors[0].field").value(at));
        var page = mvc.perform(get("/" + report + "?" + question).with(world.signedInAs(chief)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("name=\"" + at + "\"", "id=\"refused-" + at + "\"");
        for (var pair : question.split("&")) {
            assertThat(page).contains("value=\"" + pair.substring(pair.indexOf('=') + 1) + "\"");
        }
    }

    private ResultActions league(String question) throws Exception {
        return ask("/api/v1/reports/people", question + "&wonAmount=1&calls=1");
    }

    private ResultActions ask(String address, String question) throws Exception {
        return ask(address, question, 200);
    }

    private ResultActions ask(String address, String question, int answer) throws Exception {
        return mvc.perform(get(address + "?" + question).with(world.bearer(chief)))
                .andExpect(status().is(answer));
    }

    private long listed(String href) {
        try {
            return LISTED.matcher(page(href))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .count();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String page(String address) throws Exception {
        return reader.page(address, chief);
    }
}
