package io.lijevak.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.lijevak.LijevakTest;
import io.lijevak.Reader;
import io.lijevak.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The overview of a past day counts what the lists of that day show. */
@Tag("external")
@LijevakTest
class PastOverviewTests {
    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

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

    /** Seven days ago two deals stood past the norm of two days, one of which has gone on since. */
    @Test
    void ofAPastDayEveryNumberOpensTheListOfThatDay() throws Exception {
        jdbc.sql("update deal_type_step set norm_days = 2").update();
        var standing = company.deal(
                "OPEN", company.ivo(), "200", company.today().plusDays(40), null, null, null, company.ago(20), null);
        company.visit(standing, 1, "OPEN", 20, null);
        var moved = company.deal("OPEN", company.ana(), "90", null, null, null, null, company.ago(20), null);
        company.visit(moved, 1, "RETURNED", 20, 18);
        company.visit(moved, 2, "ADVANCED", 18, 3);
        company.visit(moved, 3, "OPEN", 3, null);
        var fresh = company.deal("OPEN", company.ana(), "80", null, null, null, null, company.ago(20), null);
        company.visit(fresh, 1, "RETURNED", 20, 8);
        company.visit(fresh, 2, "OPEN", 8, null);
        var day = company.today().minusDays(7);

        var then = reader.json("/api/v1/overview?asOf=" + day, company.ana());

        assertThat(then.at("/today").asString()).isEqualTo(day.toString());
        assertThat(then.at("/stuck/all/deals").asInt()).isEqualTo(2);
        assertThat(then.at("/stuck/greatest/0/id").asLong()).isEqualTo(standing);
        assertThat(then.at("/late/0/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/meetings").isNull() && then.at("/team").isNull()).isTrue();
        assertThat(then.at("/weeks/last/WON/sum").decimalValue()).isEqualByComparingTo("70");
        assertThat(then.at("/weeks/last/LOST/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/weeks/last/RETURNED/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/weeks/before/RETURNED/deals").asInt()).isEqualTo(1);
        assertThat(then.at("/coming").size()).isEqualTo(2);
        assertThat(then.at("/coming/1/deals").asInt()).isEqualTo(4);
        assertThat(company.opened("/overview?asOf=" + day)).isEqualTo(9);
        assertThat(company.opened("/overview?known=then&asOf=" + day)).isPositive();
        assertThat(reader.page("/overview?asOf=" + day, company.ana()))
                .contains("Which meetings were planned then is not kept.", "/funnel/bottlenecks?asOf=" + day)
                .doesNotContain("/tasks?whose=team");
        for (var list : List.of("deals/losses", "deals/documents")) {
            assertThat(reader.json("/api/v1/" + list + "?mark=late&asOf=" + day, company.ana()))
                    .as("%s, which knows no past day", list)
                    .isNotNull();
        }
        mvc.perform(get("/api/v1/overview?asOf=soon").with(world.bearer(company.ana())))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("asOf"));
    }
}
