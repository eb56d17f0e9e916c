package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import io.lijevak.users.Role;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The overview counts what the lists show: stuck, coming, changed, and who needs help. */
@Tag("external")
@LijevakTest
class OverviewTests {
    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    Reader reader;

    @Autowired
    CountedDeals company;

    @BeforeEach
    void deals() {
        company.found();
    }

    @Test
    void figuresAreThoseCountedByHand() throws Exception {
        var answer = reader.json("/api/v1/overview", company.ana());

        assertThat(answer.at("/stuck/all/deals").asInt()).isEqualTo(2);
        assertThat(answer.at("/stuck/all/sum").decimalValue()).isEqualByComparingTo("300");
        assertThat(answer.at("/stuck/greatest/0/potential").decimalValue()).isEqualByComparingTo("200");
        assertThat(answer.at("/coming/0/key").asString()).isEqualTo("past");
        assertThat(answer.at("/coming/0/expected").decimalValue()).isEqualByComparingTo("80");
        assertThat(answer.at("/coming/1/key").asString())
                .isEqualTo(YearMonth.from(company.today().plusDays(1)).toString());
        assertThat(answer.at("/coming/2/key").asString()).isEqualTo("none");
        assertThat(answer.at("/weeks/last/WON/deals").asInt()).isEqualTo(2);
        assertThat(answer.at("/weeks/last/WON/sum").decimalValue()).isEqualByComparingTo("30");
        assertThat(answer.at("/weeks/before/WON/sum").decimalValue()).isEqualByComparingTo("70");
        assertThat(answer.at("/weeks/before/LOST/deals").asInt()).isEqualTo(1);
        assertThat(answer.at("/weeks/last/OPENED/deals").asInt()).isEqualTo(3);
        assertThat(answer.at("/team/people/0/name").asString()).isEqualTo("Ivo Barić");
        assertThat(answer.at("/team/people/0/needs/late").asInt()).isEqualTo(2);
        assertThat(answer.at("/team/people/0/needs/silent").asInt()).isEqualTo(1);
        assertThat(answer.at("/team/people/0/needs/unplanned").asInt()).isEqualTo(2);
        assertThat(answer.at("/team/people/0/before/late").asInt()).isZero();
    }

    @Test
    void whatIsSentBackCountsOnceADealAndOpensIt() throws Exception {
        var deal = company.open(company.ivo(), "30", null, 0, false, true);
        for (var seq = 1; seq <= 2; seq++) {
            company.visit(deal, seq, "RETURNED", 3, 2);
        }

        assertThat(reader.json("/api/v1/overview", company.ana())
                        .at("/weeks/last/RETURNED/deals")
                        .asInt())
                .isEqualTo(1);
        everyNumberOpensItsDeals();
    }

    @Test
    void everyNumberOpensItsDeals() throws Exception {
        assertThat(company.opened("/overview")).isGreaterThanOrEqualTo(14);
    }

    @Test
    void aRepSeesTheOwnAlone() throws Exception {
        var answer = reader.json("/api/v1/overview", company.ivo());

        assertThat(answer.at("/coming").size()).isEqualTo(2);
        assertThat(answer.at("/team/people").size()).isEqualTo(1);
    }

    @Test
    void whoLeadsOthersBeginsHere() throws Exception {
        var head = world.person("Eva Horvat", Role.HEAD_OF_SALES);

        mvc.perform(get("/").with(world.signedInAs(head))).andExpect(redirectedUrl("/overview"));
        mvc.perform(get("/").with(world.signedInAs(company.ivo()))).andExpect(redirectedUrl("/tasks"));
        mvc.perform(get("/").with(world.signedInAs(company.ana()))).andExpect(redirectedUrl("/health"));
    }
}
