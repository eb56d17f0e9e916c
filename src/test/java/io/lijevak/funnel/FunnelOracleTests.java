package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Period;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The funnel in SQL gives what a naive reading of the ledger gives, whatever happened and whatever is asked. */
@Tag("external")
@LijevakTest
class FunnelOracleTests {
    private static final ZoneId ZONE = RandomHistory.ZONE;
    private static final Instant NOW = RandomHistory.NOW;
    private static final LocalDate FIRST_DAY = RandomHistory.FIRST_DAY;
    private static final int QUESTIONS = 120;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DSLContext sql;

    @Autowired
    DealFacts facts;

    @Autowired
    CountInDatabase database;

    @Autowired
    ReadFunnelReferences references;

    private RandomHistory history;
    private FunnelReferences known;

    @Test
    void equalsANaiveComputationFromTheLedger() {
        history = new RandomHistory(world, jdbc, 20261123);
        facts.rebuild();
        known = references.read();
        var naive = new NaiveFunnel(jdbc);

        for (var i = 0; i < QUESTIONS; i++) {
            var query = history.question(known);
            var type = known.type(query.dealType()).orElseThrow();
            var funnel = FunnelWorld.counted(database, selection(query, type), known);

            assertThat(answer(funnel)).as("%s", query).isEqualTo(naive.answer(query, type, ZONE, NOW, deal -> true));
        }
    }

    @Test
    void everyNumberListsExactlyItsDeals() {
        history = new RandomHistory(world, jdbc, 20261123);
        facts.rebuild();
        known = references.read();
        for (var i = 0; i < QUESTIONS / 8; i++) {
            var asked = history.question(known);
            var query = new FunnelQuery(
                    asked.view(),
                    asked.dealType(),
                    asked.period(),
                    asked.rule(),
                    asked.asOf(),
                    PotentialMoment.CURRENT,
                    asked.counting(),
                    asked.filter());
            var selection = selection(query, known.type(query.dealType()).orElseThrow());
            var funnel = FunnelWorld.counted(database, selection, known);

            for (var stage : funnel.stages()) {
                for (var figure : figures(stage).entrySet()) {
                    var cell = new FunnelCell(query, stage.stage().id(), figure.getKey());
                    assertThat(listed(cell, selection)).as("%s", cell).isEqualTo(figure.getValue());
                }
            }
            var totals = funnel.totals();
            assertThat(listed(new FunnelCell(query, null, Figure.ENTERED), selection))
                    .isEqualTo(totals.all());
            assertThat(listed(new FunnelCell(query, null, Figure.WON), selection))
                    .isEqualTo(totals.won());
            assertThat(listed(new FunnelCell(query, null, Figure.LOST), selection))
                    .isEqualTo(totals.lost());
            assertThat(listed(new FunnelCell(query, null, Figure.IN_WORK), selection))
                    .isEqualTo(totals.inWork());
            assertThat(listed(new FunnelCell(query, null, Figure.UNDATED), selection)
                            .count())
                    .isEqualTo(totals.undated());
        }
    }

    @Test
    void readsTheSameFromFactsAndFromTheLedger() {
        history = new RandomHistory(world, jdbc, 20261123);
        facts.rebuild();
        known = references.read();
        for (var rule : List.of(PeriodRule.COHORT, PeriodRule.CLOSED, PeriodRule.SNAPSHOT)) {
            var query = new FunnelQuery(
                    FunnelView.CLOSED,
                    known.types().getFirst().id(),
                    new Period(FIRST_DAY, FIRST_DAY.plusYears(1)),
                    rule,
                    null,
                    PotentialMoment.EXIT,
                    Counting.RAW,
                    FunnelFilter.NONE);
            var selection = selection(query, known.types().getFirst());

            var counted = "select count(*), sum(seconds), sum(amount), count(*) filter (where standing) from {0}";
            assertThat(sql.fetch(counted, LedgerCells.of(selection)))
                    .isEqualTo(sql.fetch(counted, FunnelCells.of(selection)));
        }
    }

    @Test
    void factsEqualTheLedgerAndAreRepairedWhenTheyDoNot() {
        history = new RandomHistory(world, jdbc, 20261123);
        facts.rebuild();
        known = references.read();
        assertThat(facts.differing()).isEmpty();
        var broken = jdbc.sql("select min(deal_id) from stage_fact")
                .query(Long.class)
                .single();
        jdbc.sql("update stage_fact set outcome = 'LOST', seconds = -1 where deal_id = ?")
                .param(broken)
                .update();
        assertThat(facts.differing()).containsExactly(broken);

        facts.repair(List.of(broken));

        assertThat(facts.differing()).isEmpty();
    }

    private Tally listed(FunnelCell cell, Selection selection) {
        return sql.fetch(
                        "select count(*), coalesce(sum(potential), 0.00), count(*) - count(potential) from deal where {0}",
                        FunnelDeals.of(cell, DSL.field("deal.id", Long.class), selection, Map.of()))
                .map(row -> new Tally(row.get(0, Long.class), row.get(1, BigDecimal.class), row.get(2, Long.class)))
                .getFirst();
    }

    private static Map<Figure, Tally> figures(StageFigures stage) {
        return Map.of(
                Figure.ENTERED, stage.entered(),
                Figure.WON, stage.won(),
                Figure.LOST, stage.lost(),
                Figure.IN_WORK, stage.inWork(),
                Figure.RETURNED, stage.returned(),
                Figure.DECIDED, stage.won().plus(stage.lost()));
    }

    private static Selection selection(FunnelQuery query, FunnelType type) {
        return Selection.of(query, type, ZONE, NOW, FunnelWorld.reach(Scope.ALL, 0, Set.of()));
    }

    static NaiveFunnel.Answer answer(Funnel funnel) {
        var stages = new HashMap<Long, Map<String, Tally>>();
        var days = new HashMap<Long, Days>();
        for (var stage : funnel.stages()) {
            if (stage.entered().count() > 0) {
                stages.put(
                        stage.stage().id(),
                        some(Map.of(
                                "WON",
                                stage.won(),
                                "LOST",
                                stage.lost(),
                                "OPEN",
                                stage.inWork(),
                                "RETURNED",
                                stage.returned())));
                days.put(stage.stage().id(), stage.days());
            }
        }
        var totals = funnel.totals();
        return new NaiveFunnel.Answer(
                stages,
                days,
                some(Map.of("WON", totals.won(), "LOST", totals.lost(), "OPEN", totals.inWork())),
                totals.daysToWin());
    }

    private static Map<String, Tally> some(Map<String, Tally> tallies) {
        var some = new HashMap<>(tallies);
        some.values().removeIf(tally -> tally.count() == 0);
        return some;
    }
}
