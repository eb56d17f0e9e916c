package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.imports.SharedFiles;
import io.lijevak.platform.Period;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The funnel of 8,800 real deals gives the figures that were computed from their file independently. */
@LijevakTest
@Import(World.class)
class MavenFunnelTests {
    private static final Period ALL = new Period(LocalDate.of(2016, 10, 1), LocalDate.of(2017, 12, 31));

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DealFacts facts;

    @Autowired
    ShowFunnel funnels;

    private CurrentUser head;
    private JsonNode truth;

    @BeforeEach
    void deals() throws IOException {
        truth = JsonMapper.shared().readTree(Files.readString(SharedFiles.get("maven-crm-sales/ground_truth.json")));
        world.reset();
        MavenDeals.load(jdbc);
        facts.rebuild();
        head = world.user(Role.ADMINISTRATOR);
    }

    @Test
    void closedDealsGiveWonLostRevenueAndWinRate() {
        var totals = closed(ALL, FunnelFilter.NONE).totals();

        assertThat(totals.won().count()).isEqualTo(4238);
        assertThat(totals.lost().count()).isEqualTo(2473);
        assertThat(totals.won().amount()).isEqualByComparingTo("10005534");
        assertThat(totals.winRate().orElseThrow()).isEqualTo(0.631501, org.assertj.core.data.Offset.offset(0.0000005));
    }

    @Test
    void openDealsStandInTheirStages() {
        var query = new FunnelQuery(
                FunnelView.ACTIVE,
                null,
                ALL,
                PeriodRule.SNAPSHOT,
                null,
                PotentialMoment.CURRENT,
                Counting.RAW,
                FunnelFilter.NONE);
        var stages = funnels.show(query, head).orElseThrow().stages();

        assertThat(stages).extracting(stage -> stage.stage().name()).containsExactly("Prospecting", "Engaging");
        assertThat(stages).extracting(stage -> stage.inWork().count()).containsExactly(500L, 1589L);
    }

    @Test
    void daysInEngagingHaveTheMediansOfTheFile() {
        var engaging = closed(ALL, FunnelFilter.NONE).stages().getLast();

        assertThat(engaging.days().median()).isEqualByComparingTo("45");
        assertThat(engaging.days().known()).isEqualTo(6711);
        assertThat(closed(ALL, FunnelFilter.NONE).totals().daysToWin().median()).isEqualByComparingTo("57");
    }

    @Test
    void eachQuarterHasItsFigures() {
        for (var quarter : truth.get("by_close_quarter").properties()) {
            var year = Integer.parseInt(quarter.getKey().substring(0, 4));
            var from = LocalDate.of(year, 3 * (quarter.getKey().charAt(6) - '1') + 1, 1);
            var totals = closed(new Period(from, from.plusMonths(3).minusDays(1)), FunnelFilter.NONE)
                    .totals();

            assertThat(totals.won().count())
                    .isEqualTo(quarter.getValue().get("won").asLong());
            assertThat(totals.lost().count())
                    .isEqualTo(quarter.getValue().get("lost").asLong());
            assertThat(totals.won().amount())
                    .isEqualByComparingTo(
                            new BigDecimal(quarter.getValue().get("revenue").asString()));
        }
    }

    @Test
    void eachAgentHasTheirFigures() {
        for (Map.Entry<String, JsonNode> agent :
                truth.get("by_agent_ranked_by_revenue").properties()) {
            var id = jdbc.sql("select id from person where name = ?")
                    .param(agent.getKey())
                    .query(Long.class)
                    .single();
            var totals =
                    closed(ALL, new FunnelFilter(id, null, null, null, null)).totals();

            assertThat(totals.won().count())
                    .isEqualTo(agent.getValue().get("won").asLong());
            assertThat(totals.lost().count())
                    .isEqualTo(agent.getValue().get("lost").asLong());
            assertThat(totals.won().amount())
                    .isEqualByComparingTo(
                            new BigDecimal(agent.getValue().get("revenue").asString()));
            assertThat(totals.daysToWin().median())
                    .isEqualByComparingTo(new BigDecimal(
                            agent.getValue().get("median_days_won").asString()));
        }
    }

    private Funnel closed(Period period, FunnelFilter filter) {
        var query = new FunnelQuery(
                FunnelView.CLOSED,
                null,
                period,
                PeriodRule.CLOSED,
                null,
                PotentialMoment.CURRENT,
                Counting.RAW,
                filter);
        return funnels.show(query, head).orElseThrow();
    }
}
