package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.platform.Period;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The funnel in SQL gives what a naive reading of the ledger gives, whatever happened and whatever is asked. */
@LijevakTest
@Import(World.class)
class FunnelOracleTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Zagreb");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
    private static final int DEALS = 160;
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
    ReadFunnel funnels;

    @Autowired
    ReadFunnelReferences references;

    private final Random random = new Random(20261123);
    private FunnelWorld rows;
    private List<Long> people;
    private List<Long> sources;
    private List<Long> customers;
    private List<Long> stages;
    private FunnelReferences known;

    @Test
    void equalsANaiveComputationFromTheLedger() {
        history();
        var naive = new NaiveFunnel(jdbc);

        for (var i = 0; i < QUESTIONS; i++) {
            var query = question();
            var type = known.type(query.dealType()).orElseThrow();
            var funnel = funnels.of(selection(query, type), "EUR", known.stages());

            assertThat(answer(funnel)).as("%s", query).isEqualTo(naive.answer(query, type, ZONE, NOW, deal -> true));
        }
    }

    @Test
    void everyNumberListsExactlyItsDeals() {
        history();
        for (var i = 0; i < QUESTIONS / 8; i++) {
            var asked = question();
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
            var funnel = funnels.of(selection, "EUR", known.stages());

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
        history();
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
        history();
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
                        FunnelDeals.of(cell, DSL.field("deal.id", Long.class), selection))
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

    private FunnelQuery question() {
        var from = FIRST_DAY.plusDays(random.nextInt(240));
        var view = one(List.of(FunnelView.values()));
        var rule = one(List.of(PeriodRule.values()));
        var types = known.types().stream().filter(FunnelType::process).toList();
        return new FunnelQuery(
                view == FunnelView.ACTIVE && rule == PeriodRule.CLOSED ? FunnelView.CLOSED : view,
                one(types).id(),
                new Period(from, from.plusDays(random.nextInt(120))),
                rule,
                random.nextBoolean() ? null : FIRST_DAY.plusDays(random.nextInt(300)),
                one(List.of(PotentialMoment.values())),
                one(List.of(Counting.RAW, Counting.BUILT_UP)),
                new FunnelFilter(
                        maybe(people),
                        maybe(ids("team")),
                        maybe(sources),
                        maybe(ids("customer_category")),
                        maybe(ids("product_group"))));
    }

    private void history() {
        world.reset();
        rows = new FunnelWorld(jdbc);
        var teams = List.of(rows.team("North"), rows.team("South"));
        people =
                List.of(rows.person("Ana", teams.get(0)), rows.person("Ivan", teams.get(1)), rows.person("Lana", null));
        sources = List.of(rows.source("Web"), rows.source("Fair"));
        var category = rows.category("Hotels");
        customers = List.of(rows.customer("Galeb", category), rows.customer("Jelen", null));
        var products = List.of(rows.product("Oven", "Machines"), rows.product("Oil", "Supplies"));
        stages = List.of(
                rows.stage("New", 1),
                rows.stage("Contact", 2),
                rows.stage("Offer", 3),
                rows.stage("Agreement", 4),
                rows.stage("Old", 5));
        var types = List.of(
                rows.type("Sale", stages.subList(0, 4)), rows.type("Service", List.of(stages.get(2), stages.get(0))));
        for (var i = 0; i < DEALS; i++) {
            var deal = randomDeal(one(types));
            if (random.nextInt(3) > 0) {
                rows.line(deal, one(products));
            }
        }
        facts.rebuild();
        known = references.read();
    }

    /** A deal that goes forward, skips, returns, is closed and reopened at will, some of its dates not known. */
    private long randomDeal(long type) {
        var clock = FIRST_DAY.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(200 * 86_400));
        var opened = random.nextInt(6) == 0 ? null : clock;
        var visits = new ArrayList<Visit>();
        var recordedLate = random.nextInt(5) == 0;
        var place = 0;
        Instant closed = null;
        var state = "OPEN";
        var moves = 1 + random.nextInt(7);
        for (var move = 0; move < moves; move++) {
            var lastMove = move == moves - 1;
            var left = clock.plusSeconds(random.nextInt(25 * 86_400));
            var outcome = lastMove
                    ? one(List.of("OPEN", "WON", "LOST"))
                    : one(List.of("ADVANCED", "ADVANCED", "SKIPPED", "RETURNED", "LOST", "SWITCHED"));
            if (left.isAfter(NOW)) {
                outcome = "OPEN";
            }
            var enteredKnown = random.nextInt(7) > 0;
            var leftKnown = !outcome.equals("OPEN") && random.nextInt(8) > 0;
            var recorded = recordedLate ? NOW.minus(Duration.ofDays(30)) : clock;
            visits.add(new Visit(
                    stages.get(Math.floorMod(place, stages.size())),
                    enteredKnown ? clock : null,
                    leftKnown ? left : null,
                    outcome,
                    amount(),
                    outcome.equals("OPEN") ? null : amount(),
                    recorded,
                    outcome.equals("OPEN") ? null : recordedLate ? NOW.minus(Duration.ofDays(30)) : left));
            if (outcome.equals("OPEN") || lastMove) {
                state = outcome;
                closed = leftKnown ? left : null;
                break;
            }
            place += outcome.equals("RETURNED") ? -1 : outcome.equals("LOST") ? 0 : 1;
            clock = left;
        }
        return rows.deal(
                new Deal(
                        type,
                        visits.getLast().stage(),
                        state,
                        maybe(people),
                        maybe(sources),
                        maybe(customers),
                        amount(),
                        opened,
                        closed),
                visits);
    }

    private @Nullable BigDecimal amount() {
        return random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2);
    }

    private List<Long> ids(String table) {
        return jdbc.sql("select id from " + table + " order by id")
                .query(Long.class)
                .list();
    }

    private @Nullable Long maybe(List<Long> values) {
        return random.nextInt(3) > 0 ? null : one(values);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
