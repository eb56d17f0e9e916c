package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealsChanged;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.platform.Period;
import io.lijevak.users.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For random deals and questions three readings agree: the statement that counts the number, the statement that names the
 * first condition that keeps a deal out, and the reading of the visits that shares nothing with them. So they do for
 * cells of matrices, and all that a cell tells.
 */
@Tag("external")
@LijevakTest
class PassportOracleTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Zagreb");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
    private static final int DEALS = 120;
    private static final int QUESTIONS = 150;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DSLContext sql;

    @Autowired
    DealFacts facts;

    @Autowired
    ReadFunnelReferences references;

    @Autowired
    ReadLedger ledger;

    @Autowired
    CountInDatabase database;

    private final Random random = new Random(20261128);
    private FunnelWorld rows;
    private List<Long> people;
    private List<Long> teams;
    private List<Long> sources;
    private List<Long> customers;
    private List<Long> categories;
    private List<Long> groups;
    private List<Long> stages;
    private List<FunnelType> types;

    @BeforeEach
    void history() {
        world.reset();
        rows = new FunnelWorld(jdbc);
        teams = List.of(rows.team("North"), rows.team("South"));
        people =
                List.of(rows.person("Ana", teams.get(0)), rows.person("Ivan", teams.get(1)), rows.person("Lana", null));
        sources = List.of(rows.source("Web"), rows.source("Fair"));
        categories = List.of(rows.category("Hotels"));
        customers = List.of(rows.customer("Galeb", categories.getFirst()), rows.customer("Jelen", null));
        var products = List.of(rows.product("Oven", "Machines"), rows.product("Oil", "Supplies"));
        groups = jdbc.sql("select id from product_group order by id")
                .query(Long.class)
                .list();
        stages = List.of(rows.stage("New", 1), rows.stage("Contact", 2), rows.stage("Offer", 3), rows.stage("Old", 4));
        var sale = rows.type("Sale", stages.subList(0, 3));
        var service = rows.type("Service", List.of(stages.get(2), stages.get(0)));
        var other = rows.type("Other", List.of());
        for (var i = 0; i < DEALS; i++) {
            var type = one(List.of(sale, sale, service, other));
            var deal = deal(type, type == other);
            if (random.nextBoolean()) {
                rows.line(deal, one(products));
            }
        }
        facts.rebuild();
        types = references.read().types();
    }

    @Test
    void threeReadingsAgreeOnEveryDeal() {
        var reasons = new HashSet<Exclusion>();
        for (var i = 0; i <= QUESTIONS; i++) {
            var found = i < QUESTIONS ? found() : new ReadCells.Found(beforeTheFirstEntry(), Map.of());
            var cell = found.cell();
            var selection = selection(cell);
            var groups = new LedgerGroups(found.groups(), ZONE);
            var inclusion = new Inclusion(cell, groups, selection);
            var told = new HashMap<Long, @Nullable Exclusion>();
            ledger.each(
                    DSL.trueCondition(),
                    selection,
                    groups,
                    deal -> told.put(deal.row().id(), inclusion.of(deal).why()));

            assertThat(excluded(found, selection)).as("%s", found).isEqualTo(told);
            assertThat(listed(found, selection)).as("%s", found).isEqualTo(in(told));
            reasons.addAll(told.values());
        }

        assertThat(reasons)
                .as("the random questions meet every condition")
                .containsAll(EnumSet.complementOf(EnumSet.of(Exclusion.FIELDS)));
    }

    @Test
    void allThatACellOfAMatrixTellsIsCountedAgainFromTheVisits() {
        var cells = 0;
        for (var i = 0; i < QUESTIONS; i++) {
            var found = found();
            if (found.cell().figure() != Figure.UNDATED) {
                var selection = selection(found.cell());
                var groups = new LedgerGroups(found.groups(), ZONE);
                var sum = new LedgerFigures(selection.type(), found.cell().stage());
                var inclusion = new Inclusion(found.cell().of(Figure.ENTERED), groups, selection);
                ledger.each(DSL.trueCondition(), selection, groups, deal -> sum.add(inclusion.of(deal)));

                assertThat(sum.figures()).as("%s", found).isEqualTo(counted(found, selection));
                cells += sum.figures().entered().count() > 0 ? 1 : 0;
            }
        }

        assertThat(cells).as("the random cells are not all empty").isGreaterThan(QUESTIONS / 8);
    }

    private Figures counted(ReadCells.Found found, Selection selection) {
        var stage = found.cell().stage();
        var dimensions = new ArrayList<Dimension>(found.groups().keySet());
        var values = new ArrayList<>(found.groups().values());
        if (stage != null) {
            dimensions.addFirst(DealDimension.STAGE);
            values.addFirst(stage.toString());
        }
        var pivot = new Pivot(selection, dimensions, List.of(), references.read(), true);
        return database.count(pivot).orElseThrow().cells().getOrDefault(new Group(values, List.of()), Figures.NONE);
    }

    private Selection selection(FunnelCell cell) {
        var type = types.stream()
                .filter(known -> known.id() == cell.query().dealType())
                .findFirst()
                .orElseThrow();
        return Selection.of(cell.query(), type, ZONE, NOW, FunnelWorld.reach(Scope.ALL, 0, Set.of()));
    }

    private ReadCells.Found found() {
        var groups = new HashMap<Dimension, String>();
        for (var i = random.nextInt(5) - 2; i > 0; i--) {
            var dimension = one(List.of(DealDimension.values()));
            if (dimension != DealDimension.STAGE) {
                groups.put(dimension, random.nextInt(5) == 0 ? Dimension.NONE : value(dimension));
            }
        }
        if (random.nextInt(6) == 0) {
            groups.put(CustomerDimension.CUSTOMER_PERMANENCE, one(List.of("new", "returning")));
        }
        return new ReadCells.Found(cell(), groups);
    }

    /** A deal skipped its first stage and is not known to stand in another one before January: it entered none. */
    private FunnelCell beforeTheFirstEntry() {
        var type = types.stream().filter(FunnelType::process).findFirst().orElseThrow();
        var start = FIRST_DAY.atStartOfDay(ZONE).toInstant();
        var later = start.plus(Duration.ofDays(120));
        var deal = rows.deal(
                new Deal(type.id(), stages.get(1), "OPEN", null, null, null, null, start, null),
                List.of(
                        new Visit(stages.get(0), start, start, "SKIPPED", null, null, start, start),
                        new Visit(stages.get(1), null, null, "OPEN", null, null, later, null)));
        facts.write(new DealsChanged(List.of(deal)));
        var query = new FunnelQuery(
                FunnelView.CLOSED,
                type.id(),
                new Period(FIRST_DAY, FIRST_DAY),
                PeriodRule.COHORT,
                FIRST_DAY.plusDays(30),
                PotentialMoment.CURRENT,
                Counting.RAW,
                FunnelFilter.NONE);
        return new FunnelCell(query, null, Figure.ENTERED);
    }

    private String value(DealDimension dimension) {
        return switch (dimension) {
            case OWNER, STAGE -> one(people).toString();
            case TEAM -> one(teams).toString();
            case SOURCE -> one(sources).toString();
            case CATEGORY -> one(categories).toString();
            case PRODUCT_GROUP -> one(groups).toString();
            case OUTCOME -> one(List.of("WON", "LOST", "OPEN"));
            case OPENED, CLOSED, ENTERED ->
                YearMonth.from(FIRST_DAY.plusDays(random.nextInt(240))).toString();
        };
    }

    private Map<Long, @Nullable Exclusion> excluded(ReadCells.Found found, Selection selection) {
        var excluded = new HashMap<Long, @Nullable Exclusion>();
        sql.fetch("select out.deal_id, out.why from {0}", ExcludedDeals.of(found, selection, selection.reach()))
                .forEach(row -> {
                    var why = row.get("why", String.class);
                    excluded.put(row.get("deal_id", Long.class), why == null ? null : Exclusion.valueOf(why));
                });
        return excluded;
    }

    private Set<Long> listed(ReadCells.Found found, Selection selection) {
        var deal = DSL.field("deal.id", Long.class);
        return new HashSet<>(sql.fetch(
                        "select id from deal where {0}", FunnelDeals.of(found.cell(), deal, selection, found.groups()))
                .getValues(0, Long.class));
    }

    private static Set<Long> in(Map<Long, @Nullable Exclusion> told) {
        var in = new HashSet<Long>();
        told.forEach((deal, why) -> {
            if (why == null) {
                in.add(deal);
            }
        });
        return in;
    }

    private FunnelCell cell() {
        var from = FIRST_DAY.plusDays(random.nextInt(200));
        var view = one(List.of(FunnelView.values()));
        var rule = one(List.of(PeriodRule.values()));
        var active = view == FunnelView.ACTIVE && rule != PeriodRule.CLOSED;
        var type = one(types);
        var provable = active && rule == PeriodRule.SNAPSHOT && type.process() && random.nextBoolean();
        var query = new FunnelQuery(
                active ? view : FunnelView.CLOSED,
                type.id(),
                new Period(from, from.plusDays(random.nextInt(200))),
                rule,
                provable || random.nextBoolean() ? null : FIRST_DAY.plusDays(random.nextInt(300)),
                provable ? PotentialMoment.CURRENT : one(List.of(PotentialMoment.values())),
                provable ? Counting.PROVEN : one(List.of(Counting.RAW, Counting.BUILT_UP)),
                new FunnelFilter(maybe(people), maybe(teams), maybe(sources), maybe(categories), maybe(groups)));
        var stage = random.nextInt(3) == 0 || !type.process() ? null : one(stages);
        return new FunnelCell(query, stage, one(List.of(Figure.values())));
    }

    /** A deal that goes on, skips, goes back, is closed and reopened at will, some of its dates not known. */
    private long deal(long type, boolean withoutStages) {
        var clock = FIRST_DAY.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(200 * 86_400));
        var opened = random.nextInt(6) == 0 ? null : clock;
        var visits = new ArrayList<Visit>();
        var outcome = "OPEN";
        Instant closed = null;
        var moves = 1 + random.nextInt(5);
        var place = 0;
        for (var move = 1; move <= moves; move++) {
            var left = clock.plusSeconds(random.nextInt(25 * 86_400));
            outcome = move == moves
                    ? one(List.of("OPEN", "WON", "LOST"))
                    : one(List.of("ADVANCED", "ADVANCED", "SKIPPED", "RETURNED", "LOST", "SWITCHED"));
            var known = random.nextInt(7) > 0;
            var end = outcome.equals("OPEN") ? null : left;
            closed = known ? end : null;
            visits.add(new Visit(
                    stages.get(Math.floorMod(place, stages.size())),
                    random.nextInt(7) > 0 ? clock : null,
                    closed,
                    outcome,
                    amount(),
                    end == null ? null : amount(),
                    clock,
                    end));
            place += outcome.equals("RETURNED") ? -1 : outcome.equals("LOST") ? 0 : 1;
            clock = left;
        }
        return rows.deal(
                new Deal(
                        type,
                        withoutStages ? null : visits.getLast().stage(),
                        outcome,
                        maybe(people),
                        maybe(sources),
                        maybe(customers),
                        amount(),
                        opened,
                        closed),
                withoutStages ? List.of() : visits);
    }

    private @Nullable BigDecimal amount() {
        return random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2);
    }

    private @Nullable Long maybe(List<Long> values) {
        return random.nextInt(4) > 0 ? null : one(values);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
