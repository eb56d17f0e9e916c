package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.funnel.DealFacts;
import io.lijevak.reports.ReportWorld.Visit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What comes before the deals: counted as by hand, each number its list, and nothing that a filter cannot narrow. */
@LijevakTest
class ColdTopTests {
    @Autowired
    World world;

    @Autowired
    ReportWorld rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    MockMvc mvc;

    /** Two deals opened thirty days ago, four visits, five calls of which four were answered, a meeting, a mail out and one in. */
    @BeforeEach
    void work() {
        rows.found();
        var stage = rows.stage("Contact", 1);
        var type = rows.type("Sale", List.of(stage));
        for (var rep : List.of(rows.ivan(), rows.mia())) {
            rows.deal(type, rep.value(), null, BigDecimal.TEN, 20, List.of(new Visit(stage, rep.value(), "WON")));
        }
        var when = ReportWorld.TODAY.minus(12, ChronoUnit.DAYS);
        for (var i = 0; i < 4; i++) {
            rows.contact(
                    "CALL", "HELD", i == 0 ? rows.mia().value() : rows.ivan().value(), null, when);
        }
        rows.contact("CALL", "FAILED", rows.ivan().value(), null, when);
        rows.contact("CALL", "HELD", rows.ivan().value(), null, when.minus(500, ChronoUnit.DAYS));
        rows.contact("MEETING", "HELD", rows.mia().value(), null, when);
        rows.contact("EMAIL", "HELD", rows.ivan().value(), null, when);
        jdbc.sql("insert into site_visit values (current_date - 3, 'ads', '/', 3), (current_date - 4, '', '/', 1)")
                .update();
        facts.rebuild();
    }

    @Test
    void eachStageIsCountedInThePeriod() throws Exception {
        mvc.perform(get("/api/v1/funnel/cold-top").with(world.bearer(rows.ana())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].stage").value("VISITS"))
                .andExpect(jsonPath("$[0].count").value(4))
                .andExpect(jsonPath("$[0].perDeal").value(2.0))
                .andExpect(jsonPath("$[1].stage").value("EMAILS"))
                .andExpect(jsonPath("$[1].count").value(1))
                .andExpect(jsonPath("$[2].count").value(4))
                .andExpect(jsonPath("$[3].count").value(1))
                .andExpect(jsonPath("$[4].stage").value("DEALS"))
                .andExpect(jsonPath("$[4].count").value(2))
                .andExpect(jsonPath("$[4].perDeal").doesNotExist());
    }

    @Test
    void ofAPastDayOnlyWhatWasSoByThenIsCountedAndListed() throws Exception {
        var day = LocalDate.now().minusDays(8);
        mvc.perform(get("/api/v1/funnel/cold-top?asOf=" + day).with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$[0].stage").value("EMAILS"))
                .andExpect(jsonPath("$[0].count").value(1))
                .andExpect(jsonPath("$[3].count").value(2));
        mvc.perform(get("/api/v1/funnel/cold-top?asOf=" + day.minusDays(10)).with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$[1].count").value(0))
                .andExpect(jsonPath("$[3].count").value(2));
        mvc.perform(get("/api/v1/funnel/cold-top?asOf=" + day.minusDays(50)).with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$[3].count").value(0));
        mvc.perform(get("/reports/cold?view=closed&asOf=" + day).with(world.signedInAs(rows.ana())))
                .andExpect(content().string(containsString("until=" + day)))
                .andExpect(content().string(containsString("asOf%3A" + day)));
    }

    @Test
    void ofOnePersonThereAreContactsButNoVisitsAndOfATeamNeither() throws Exception {
        mvc.perform(get("/api/v1/funnel/cold-top?owner=" + rows.mia()).with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$[0].stage").value("EMAILS"))
                .andExpect(jsonPath("$[0].count").value(0))
                .andExpect(jsonPath("$[1].count").value(1))
                .andExpect(jsonPath("$[3].count").value(1));
        mvc.perform(get("/api/v1/funnel/cold-top?team=" + rows.team()).with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    void aRepCountsTheOwnContactsAndThePartLeadsToItsLists() throws Exception {
        mvc.perform(get("/api/v1/funnel/cold-top").with(world.bearer(rows.mia())))
                .andExpect(jsonPath("$[2].count").value(1))
                .andExpect(jsonPath("$[4].count").value(1));
        var part = mvc.perform(get("/reports/cold?view=closed").with(world.signedInAs(rows.ana())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(part)
                .contains("/visits?", "kind=call", "state=held", "/deals?funnel=", "Calls answered")
                .doesNotContain("??");
        assertThat(mvc.perform(get("/funnel?view=closed").with(world.signedInAs(rows.ana())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("hx-get=\"/reports/cold?");
    }

    @Test
    void eachNumberHasAPassportThatASecondCountTells() throws Exception {
        for (var stage : List.of("visits", "emails", "calls", "meetings")) {
            for (var number : List.of("count", "each")) {
                passport("of=" + stage + "&number=" + number, true);
            }
        }
        passport("of=calls&number=count&owner=" + rows.ivan(), true);
        mvc.perform(get("/api/v1/funnel/cold-top/passport?number=count&of=deals")
                        .with(world.bearer(rows.ana())))
                .andExpect(status().is(422));

        jdbc.sql("update deal set opened_at = opened_at - interval '3 years' where responsible_id = ?")
                .param(rows.mia().value())
                .update();

        passport("of=calls&number=each", false);
        mvc.perform(get("/reports/cold/passport?of=calls&number=each&recount=true")
                        .with(world.signedInAs(rows.ana())))
                .andExpect(content().string(containsString("It differs in: ")));
    }

    private void passport(String number, boolean equal) throws Exception {
        mvc.perform(get("/api/v1/funnel/cold-top/passport?recount=true&" + number)
                        .with(world.bearer(rows.ana())))
                .andExpect(jsonPath("$.recount.equal").value(equal));
    }
}
