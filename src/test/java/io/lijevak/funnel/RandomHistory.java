package io.lijevak.funnel;

import io.lijevak.World;
import io.lijevak.funnel.FunnelWorld.Deal;
import io.lijevak.funnel.FunnelWorld.Visit;
import io.lijevak.platform.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small company with deals of random histories, written straight into the tables, and random questions about them. */
final class RandomHistory {
    static final ZoneId ZONE = ZoneId.of("Europe/Zagreb");
    static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 9, 1);
    private static final int DEALS = 160;

    private final JdbcClient jdbc;
    private final Random random;
    private final FunnelWorld rows;
    private final List<Long> people;
    private final List<Long> sources;
    private final List<Long> customers;
    private final List<Long> stages;
    private final List<Long> types;
    private final List<Long> products;
    private final long withoutProcess;

    RandomHistory(World world, JdbcClient jdbc, long seed) {
        this.jdbc = jdbc;
        random = new Random(seed);
        world.reset();
        rows = new FunnelWorld(jdbc);
        var teams = List.of(rows.team("North"), rows.team("South"));
        people =
                List.of(rows.person("Ana", teams.get(0)), rows.person("Ivan", teams.get(1)), rows.person("Lana", null));
        sources = List.of(rows.source("Web"), rows.source("Fair"));
        var category = rows.category("Hotels");
        customers = List.of(rows.customer("Galeb", category), rows.customer("Jelen", null));
        stages = List.of(
                rows.stage("New", 1),
                rows.stage("Contact", 2),
                rows.stage("Offer", 3),
                rows.stage("Agreement", 4),
                rows.stage("Old", 5));
        types = List.of(
                rows.type("Sale", stages.subList(0, 4)), rows.type("Service", List.of(stages.get(2), stages.get(0))));
        products = List.of(rows.product("Oven", "Machines"), rows.product("Oil", "Supplies"));
        withoutProcess = rows.type("Walk-in", List.of());
        for (var i = 0; i < DEALS; i++) {
            anotherDeal();
        }
    }

    /** Writes one deal more, without its facts. */
    long anotherDeal() {
        var deal = random.nextInt(8) == 0 ? dealWithoutStages() : randomDeal(one(types));
        if (random.nextInt(3) > 0) {
            rows.line(deal, one(products));
        }
        return deal;
    }

    private long dealWithoutStages() {
        var opened = FIRST_DAY.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(200 * 86_400));
        var state = one(List.of("OPEN", "WON", "LOST"));
        var closed = state.equals("OPEN") || random.nextInt(6) == 0 ? null : opened.plusSeconds(random.nextInt(86_400));
        return rows.deal(
                new Deal(
                        withoutProcess,
                        null,
                        state,
                        maybe(people),
                        maybe(sources),
                        maybe(customers),
                        amount(),
                        random.nextInt(6) == 0 ? null : opened,
                        closed),
                List.of());
    }

    FunnelQuery question(FunnelReferences known) {
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

    /** A deal that goes forward, skips, returns, is closed and reopened at will, some of its dates not known. */
    private long randomDeal(long type) {
        var clock = FIRST_DAY
                .atStartOfDay(ZONE)
                .toInstant()
                .plusSeconds(random.nextInt(200 * 86_400))
                .plusNanos(1000L * random.nextInt(1_000_000));
        var opened = random.nextInt(6) == 0 ? null : clock;
        var visits = new ArrayList<Visit>();
        var recordedLate = random.nextInt(5) == 0;
        var place = 0;
        Instant closed = null;
        var state = "OPEN";
        var moves = 1 + random.nextInt(7);
        for (var move = 0; move < moves; move++) {
            var lastMove = move == moves - 1;
            var left = clock.plusSeconds(random.nextInt(25 * 86_400)).plusNanos(1000L * random.nextInt(1_000_000));
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

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
