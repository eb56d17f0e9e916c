package io.lijevak.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.Period;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import io.lijevak.worktime.WorkingTime;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the back-test computes in SQL is compared with a naive reading of the same random histories. */
@LijevakTest
class BackTestTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
    private static final LocalDate TO = LocalDate.of(2025, 12, 31);

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BackTest backTest;

    @Autowired
    WorkingTime time;

    private CurrentUser admin;
    private Map<Long, Integer> norms = Map.of();

    private record Stay(
            long stage,
            Instant entered,
            Instant left,
            String outcome,
            @Nullable BigDecimal entry,
            @Nullable BigDecimal exit) {}

    private record Put(Instant at, LocalDate before, LocalDate after) {}

    private record Sale(
            long id, boolean lost, Instant closed, List<Stay> stays, List<Put> puts, List<Instant> silences) {}

    @BeforeEach
    void found() {
        admin = deals.found();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithANaiveReading(long seed) {
        var random = new Random(seed);
        norms = new HashMap<>();
        deals.manual().steps().forEach(step -> {
            var norm = random.nextInt(3) == 0 ? null : 1 + random.nextInt(12);
            jdbc.sql("update deal_type_step set norm_days = :norm where stage_id = :stage and deal_type_id = :type")
                    .param("norm", norm)
                    .param("stage", step.stage().value())
                    .param("type", deals.manual().id().value())
                    .update();
            if (norm != null) {
                norms.put(step.stage().value(), norm);
            }
        });
        var sales = new ArrayList<Sale>();
        for (int n = 0; n < 120; n++) {
            sales.add(sale(random));
        }

        var report = backTest.of(new Period(FROM, TO), admin);

        var closed = sales.stream().filter(BackTestTests::isInPeriod).toList();
        assertThat(report.closed()).isEqualTo(closed.size());
        assertThat(report.lost()).isEqualTo(closed.stream().filter(Sale::lost).count());
        for (var finding : report.findings()) {
            var leads = new ArrayList<Double>();
            var warned = 0;
            for (var sale : closed) {
                var first = first(finding.kind(), sale);
                if (first != null && first.isBefore(sale.closed())) {
                    warned++;
                    if (sale.lost()) {
                        leads.add(Duration.between(first, sale.closed()).toMillis() / 86_400_000d);
                    }
                }
            }
            assertThat(finding.warned()).as(finding.kind().name()).isEqualTo(warned);
            assertThat(finding.lost()).as(finding.kind().name()).isEqualTo(leads.size());
            if (!leads.isEmpty()) {
                assertThat(finding.lead()).as(finding.kind().name()).isCloseTo(median(leads), within(0.001));
            }
        }
        assertThat(report.findings()).anyMatch(finding -> finding.kind() == RiskKind.LATE && finding.warned() > 10);
    }

    @Test
    void claimsNothingOfFewAndNothingOfForeignDeals() {
        sale(new Random(7));
        var stranger = world.user(world.person("Stranger", Role.SALES_REP));

        assertThat(backTest.of(new Period(FROM, TO), stranger).closed()).isZero();
        assertThat(backTest.of(new Period(FROM, TO), admin).findings()).noneMatch(BackTest.Finding::isEnough);
    }

    private @Nullable Instant first(RiskKind kind, Sale sale) {
        return switch (kind) {
            case LATE -> earliest(sale.stays().stream().map(this::late).toList());
            case RETURNED ->
                earliest(sale.stays().stream()
                        .map(stay -> stay.outcome().equals("RETURNED") ? stay.left() : null)
                        .toList());
            case SHRUNK -> shrunk(sale);
            case POSTPONED -> {
                var later = sale.puts().stream()
                        .filter(put -> put.after().isAfter(put.before()))
                        .toList();
                yield later.size() < 2 ? null : later.get(1).at();
            }
            case SILENT -> earliest(sale.silences());
            case UNPLANNED, COMPETITOR, OVERRIDDEN -> null;
        };
    }

    private @Nullable Instant late(Stay stay) {
        var norm = norms.get(stay.stage());
        if (norm == null || stay.outcome().equals("SKIPPED")) {
            return null;
        }
        var day = stay.entered().atZone(ZAGREB).toLocalDate();
        for (int left = norm; left > 0; ) {
            day = day.plusDays(1);
            left -= time.isWorkingDay(day) ? 1 : 0;
        }
        var since = day.plusDays(1).atStartOfDay(ZAGREB).toInstant();
        return stay.left().isAfter(since) ? since : null;
    }

    private static @Nullable Instant shrunk(Sale sale) {
        BigDecimal top = null;
        for (var stay : sale.stays()) {
            top = stay.entry() != null && (top == null || stay.entry().compareTo(top) > 0) ? stay.entry() : top;
            var ends = stay.outcome().equals("WON") || stay.outcome().equals("LOST");
            if (!ends
                    && top != null
                    && stay.exit() != null
                    && stay.exit().compareTo(top.multiply(new BigDecimal("0.9"))) < 0) {
                return stay.left();
            }
        }
        return null;
    }

    private static @Nullable Instant earliest(List<? extends @Nullable Instant> moments) {
        Instant earliest = null;
        for (var moment : moments) {
            earliest = moment != null && (earliest == null || moment.isBefore(earliest)) ? moment : earliest;
        }
        return earliest;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static boolean isInPeriod(Sale sale) {
        var day = sale.closed().atZone(ZAGREB).toLocalDate();
        return !day.isBefore(FROM) && !day.isAfter(TO);
    }

    private Sale sale(Random random) {
        var stays = new ArrayList<Stay>();
        var at = FROM.minusDays(40)
                .plusDays(random.nextInt(180))
                .atTime(random.nextInt(24), random.nextInt(60))
                .atZone(ZAGREB)
                .toInstant();
        var lost = random.nextBoolean();
        var count = 1 + random.nextInt(4);
        var value = amount(random);
        for (int n = 0; n < count; n++) {
            var last = n == count - 1;
            var outcome = last
                    ? lost ? "LOST" : "WON"
                    : List.of("ADVANCED", "RETURNED", "SKIPPED").get(random.nextInt(3));
            var left = outcome.equals("SKIPPED") ? at : at.plus(Duration.ofMinutes(random.nextInt(30_000)));
            var exit = random.nextInt(3) == 0 ? amount(random) : value;
            var stage = deals.manual().steps().get(random.nextInt(4)).stage().value();
            stays.add(new Stay(stage, at, left, outcome, value, exit));
            value = exit;
            at = left;
        }
        return write(random, lost, at, stays);
    }

    private Sale write(Random random, boolean lost, Instant closed, List<Stay> stays) {
        var id = jdbc.sql("""
                insert into deal (title, search_text, type_id, steps_version, stage_id, outcome, currency, rate,
                  responsible_id, opened_at, closed_at)
                values ('Press', 'press', :type, 1, :stage, :outcome, 'EUR', 1, :person, :opened, :closed) returning id""")
                .param("type", deals.manual().id().value())
                .param("stage", stays.getLast().stage())
                .param("outcome", lost ? "LOST" : "WON")
                .param("person", admin.id())
                .param("opened", Timestamp.from(stays.getFirst().entered()))
                .param("closed", Timestamp.from(closed))
                .query(Long.class)
                .single();
        for (int n = 0; n < stays.size(); n++) {
            var stay = stays.get(n);
            jdbc.sql("""
                    insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
                      entry_potential, exit_potential, cause, left_recorded_at)
                    values (:deal, :seq, 1, :stage, :entered, :left, :outcome, :entry, :exit, 'MOVED', now())""")
                    .param("deal", id)
                    .param("seq", n + 1)
                    .param("stage", stay.stage())
                    .param("entered", Timestamp.from(stay.entered()))
                    .param("left", Timestamp.from(stay.left()))
                    .param("outcome", stay.outcome())
                    .param("entry", stay.entry())
                    .param("exit", stay.exit())
                    .update();
        }
        var sale = new Sale(id, lost, closed, stays, puts(random, closed), silences(random, closed));
        sale.puts()
                .forEach(put -> jdbc.sql("""
                insert into audit_entry (at, person_id, via, subject_kind, subject_id, action, changes)
                values (:at, :person, 'web', 'deal', :deal, 'changed', jsonb_build_object('expectedClose',
                  jsonb_build_object('before', cast(:before as text), 'after', cast(:after as text))))""")
                        .param("at", Timestamp.from(put.at()))
                        .param("person", admin.id())
                        .param("deal", id)
                        .param("before", put.before().toString())
                        .param("after", put.after().toString())
                        .update());
        sale.silences()
                .forEach(since -> jdbc.sql("""
                insert into risk_signal (deal_id, kind, since, noticed_at, until, ending)
                values (:deal, 'SILENT', :since, :since, :since, 'GONE')""")
                        .param("deal", id)
                        .param("since", Timestamp.from(since))
                        .update());
        return sale;
    }

    private static List<Put> puts(Random random, Instant closed) {
        var puts = new ArrayList<Put>();
        for (int n = random.nextInt(4); n > 0; n--) {
            var before = FROM.plusDays(random.nextInt(60));
            puts.add(new Put(
                    closed.minus(Duration.ofHours(n * 50L - 60)), before, before.plusDays(random.nextInt(30) - 10)));
        }
        return puts;
    }

    private static List<Instant> silences(Random random, Instant closed) {
        return random.nextInt(3) == 0 ? List.of(closed.minus(Duration.ofHours(random.nextInt(500) - 50))) : List.of();
    }

    private static @Nullable BigDecimal amount(Random random) {
        return random.nextInt(6) == 0
                ? null
                : BigDecimal.valueOf(100 + random.nextInt(900)).setScale(2);
    }
}
