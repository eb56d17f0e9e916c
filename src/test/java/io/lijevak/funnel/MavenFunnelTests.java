package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.imports.SharedFiles;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.Period;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The funnel of 8,800 real deals gives the figures that were computed from their file independently. */
@LijevakTest
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

    @Autowired
    ShowMatrix matrices;

    private static @Nullable CurrentUser head;
    private JsonNode truth;

    /** The deals are written once: the tests only read. */
    @BeforeEach
    void deals() throws IOException {
        truth = JsonMapper.shared().readTree(Files.readString(SharedFiles.get("maven-crm-sales/ground_truth.json")));
        if (head == null) {
            world.reset();
            MavenDeals.load(jdbc);
            facts.rebuild();
            head = world.user(Role.ADMINISTRATOR);
        }
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

    @Test
    void theMatrixByManagerAndAgentHasTheFiguresOfTheFile() throws IOException {
        var query = new MatrixQuery(
                question(ALL, FunnelFilter.NONE),
                List.of(DealDimension.STAGE),
                List.of(DealDimension.TEAM, DealDimension.OWNER),
                List.of(Measure.WON, Measure.MEDIAN_DAYS_TO_WIN));
        for (var engine : Engine.values()) {
            var matrix = matrix(query, engine);
            var ofManagers = new HashMap<String, Tally>();
            var agents = 0;
            for (var column : matrix.columns()) {
                var figures = matrix.at(List.of(), column);
                if (column.size() == 2) {
                    agents++;
                    var agent = truth.get("by_agent_ranked_by_revenue").get(named("person", column.getLast()));
                    assertThat(figures.won().count()).isEqualTo(agent.get("won").asLong());
                    assertThat(figures.lost().count())
                            .isEqualTo(agent.get("lost").asLong());
                    assertThat(figures.won().amount())
                            .isEqualByComparingTo(
                                    new BigDecimal(agent.get("revenue").asString()));
                    assertThat(figures.daysToWin().median())
                            .isEqualByComparingTo(
                                    new BigDecimal(agent.get("median_days_won").asString()));
                    ofManagers.merge(column.getFirst(), figures.won(), Tally::plus);
                }
            }
            assertThat(agents).isEqualTo(30);
            assertThat(ofManagers).hasSize(6);
            ofManagers.forEach((manager, won) ->
                    assertThat(matrix.at(List.of(), List.of(manager)).won()).isEqualTo(won));
            assertThat(matrix.at(List.of(), List.of()).won().count()).isEqualTo(4238);
            assertThat(matrix.at(List.of(), List.of()).won().amount()).isEqualByComparingTo("10005534");
        }
    }

    /** The columns may still be loading. */
    private Matrix matrix(MatrixQuery query, Engine engine) {
        for (var tries = 0; ; tries++) {
            try {
                return matrices.show(query, head, engine).orElseThrow();
            } catch (Conflict loading) {
                assertThat(tries).isLessThan(1000);
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private String named(String table, String id) {
        return jdbc.sql("select name from " + table + " where id = " + id)
                .query(String.class)
                .single();
    }

    private Funnel closed(Period period, FunnelFilter filter) {
        return funnels.show(question(period, filter), head).orElseThrow();
    }

    private static FunnelQuery question(Period period, FunnelFilter filter) {
        return new FunnelQuery(
                FunnelView.CLOSED,
                null,
                period,
                PeriodRule.CLOSED,
                null,
                PotentialMoment.CURRENT,
                Counting.RAW,
                filter);
    }
}
