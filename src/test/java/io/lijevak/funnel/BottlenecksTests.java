package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.platform.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stage that loses or holds more than was to be expected is named, chance alone is not. */
class BottlenecksTests {
    private static final FunnelStage CONTACT = new FunnelStage(1, "Contact", 20, null);
    private static final FunnelStage OFFER = new FunnelStage(2, "Offer", 40, 5);
    private static final FunnelStage CONTRACT = new FunnelStage(3, "Contract", 80, null);
    private static final List<FunnelStage> STEPS = List.of(CONTACT, OFFER, CONTRACT);

    private static final Row NOTHING = new Row(0, 0, "0");

    /** Passed, lost, and the sum of the lost amounts. */
    private record Row(long passed, long lost, String amount) {}

    @Test
    void excessAndMoneyAreThoseCountedByHand() {
        var found = found(
                List.of(new Row(80, 20, "2000"), new Row(30, 50, "10000"), new Row(24, 6, "600")),
                List.of(new Row(240, 60, "0"), new Row(180, 60, "0"), new Row(144, 36, "0")));

        var offer = found.losses().get(1);

        // 50 of 80 lost, 60 of 240 before: a quarter expected, so 20 of 80; 30 too many, 200.00 each, 0.8 pass Contract
        assertThat(offer.basis()).isEqualTo(StageLoss.Basis.HISTORY);
        assertThat(offer.expected()).isEqualTo(0.25);
        assertThat(offer.excess()).isCloseTo(30, within(1e-9));
        assertThat(offer.averageLost()).isEqualByComparingTo("200.00");
        assertThat(offer.onward().orElseThrow()).isCloseTo(0.8, within(1e-9));
        assertThat(offer.money()).isEqualByComparingTo("4800.00");
        assertThat(found.worst()).contains(offer);
        assertThat(found.losses().get(0).standsOut()).isFalse();
        assertThat(found.losses().get(0).money()).isNull();
    }

    @Test
    void withoutHistoryTheTemplateProbabilitiesAreTheNorm() {
        var found = found(
                List.of(new Row(50, 50, "0"), new Row(50, 0, "0"), new Row(10, 40, "4000")),
                List.of(new Row(5, 5, "0"), new Row(5, 0, "0"), new Row(4, 1, "0")));

        // 20 % before 40 %: half are lost; of the last step with 80 % a fifth, so 10 of 50; 40 were lost, all 100.00
        assertThat(found.losses().get(0).basis()).isEqualTo(StageLoss.Basis.NORM);
        assertThat(found.losses().get(0).norm().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(found.losses().get(0).standsOut()).isFalse();
        assertThat(found.worst().orElseThrow().stage()).isEqualTo(CONTRACT);
        assertThat(found.worst().orElseThrow().money()).isEqualByComparingTo("3000.00");
    }

    @Test
    void aStageBeforeOneWithoutProbabilityHasNoNorm() {
        var steps = List.of(CONTACT, new FunnelStage(2, "Offer", null, null), CONTRACT);
        var rows = List.of(new Row(5, 50, "500"), new Row(0, 5, "50"), new Row(0, 0, "0"));

        var found = found(rows, List.of(NOTHING, NOTHING, NOTHING), steps);

        assertThat(found.losses().get(0).basis()).isNull();
        assertThat(found.losses().get(0).money()).isNull();
        assertThat(found.losses().get(1).norm()).isEmpty();
        assertThat(found.worst()).isEmpty();
    }

    @Test
    void aHandfulOfDealsIsNoBottleneck() {
        var found = found(
                List.of(new Row(0, 19, "1900"), new Row(0, 0, "0"), new Row(0, 0, "0")),
                List.of(new Row(300, 30, "0"), new Row(0, 0, "0"), new Row(0, 0, "0")));

        assertThat(found.worst()).isEmpty();
    }

    @Test
    void aPlantedBottleneckIsFoundAndNoiseIsNot() {
        var random = new Random(4);
        var shares = new double[] {0.3, 0.25, 0.2};
        var planted = new double[] {0.3, 0.45, 0.2};
        var named = 0;
        var right = 0;
        var runs = 400;
        for (var run = 0; run < runs; run++) {
            named += found(draw(random, 200, shares), draw(random, 800, shares))
                            .worst()
                            .isPresent()
                    ? 1
                    : 0;
            right += found(draw(random, 200, planted), draw(random, 800, shares))
                            .worst()
                            .filter(worst -> worst.stage().equals(OFFER))
                            .isPresent()
                    ? 1
                    : 0;
        }

        assertThat(named).as("named though nothing is wrong").isLessThan(runs * 7 / 100);
        assertThat(right).as("planted and found").isGreaterThan(runs * 95 / 100);
    }

    @Test
    void aStageIsSlowWhenMostStandLongerThanTheNormOfWorkingDays() {
        // five working days are seven days: 28 of 40 stood eight days
        var stays = Map.of(OFFER.id(), List.of(stay(80, 28), stay(30, 12)));
        var same = Map.of(OFFER.id(), List.of(stay(80, 22), stay(30, 18)));

        assertThat(delays(stays, Map.of(), 40, 0).slowest().orElseThrow().stage())
                .isEqualTo(OFFER);
        assertThat(delays(same, Map.of(), 40, 0).slowest()).isEmpty();
    }

    @Test
    void withoutNormDaysAreHeldAgainstTheMonthsBefore() {
        var now = Map.of(CONTACT.id(), List.of(stay(150, 40), stay(50, 10)));
        var before = Map.of(CONTACT.id(), List.of(stay(150, 100), stay(50, 110)));

        var slow = delays(now, before, 50, 210).slowest().orElseThrow();

        assertThat(slow.basis()).isEqualTo(StageLoss.Basis.HISTORY);
        assertThat(slow.longer()).isEqualTo(new Trials(40, 50));
    }

    private static Stay stay(int tenths, long deals) {
        return new Stay(tenths, Stay.Ending.ONWARD, deals);
    }

    private static List<Row> draw(Random random, int deals, double[] shares) {
        var rows = new ArrayList<Row>();
        var here = deals;
        for (var share : shares) {
            var lost = (int) IntStream.range(0, here)
                    .filter(deal -> random.nextDouble() < share)
                    .count();
            rows.add(new Row(here - lost, lost, "0"));
            here -= lost;
        }
        return rows;
    }

    private static Bottlenecks found(List<Row> now, List<Row> before) {
        return found(now, before, STEPS);
    }

    private static Bottlenecks found(List<Row> now, List<Row> before, List<FunnelStage> steps) {
        return Bottlenecks.of(
                funnel(now, null, LocalDate.of(2026, 4, 1), steps),
                funnel(before, null, LocalDate.of(2025, 4, 1), steps),
                Map.of(),
                Map.of());
    }

    private static Bottlenecks delays(
            Map<Long, List<Stay>> now, Map<Long, List<Stay>> before, long known, long knownBefore) {
        var none = List.of(NOTHING, NOTHING, NOTHING);
        var days = new Days(BigDecimal.TEN, BigDecimal.TEN, known);
        var daysBefore = knownBefore == 0 ? null : new Days(BigDecimal.valueOf(5), BigDecimal.valueOf(5), knownBefore);
        return Bottlenecks.of(
                funnel(none, days, LocalDate.of(2026, 4, 1), STEPS),
                funnel(none, daysBefore, LocalDate.of(2025, 4, 1), STEPS),
                now,
                before);
    }

    private static Funnel funnel(List<Row> rows, @Nullable Days days, LocalDate from, List<FunnelStage> steps) {
        var query = new FunnelQuery(
                FunnelView.CLOSED,
                1L,
                new Period(from, from.plusMonths(3)),
                PeriodRule.CLOSED,
                null,
                PotentialMoment.EXIT,
                Counting.RAW,
                FunnelFilter.NONE);
        var stages = IntStream.range(0, steps.size())
                .mapToObj(place -> new StageFigures(
                        steps.get(place),
                        new Tally(rows.get(place).passed(), BigDecimal.ZERO, 0),
                        new Tally(
                                rows.get(place).lost(),
                                new BigDecimal(rows.get(place).amount()),
                                0),
                        Tally.NONE,
                        Tally.NONE,
                        days == null ? Days.NONE : days))
                .toList();
        return new Funnel(
                query,
                Instant.EPOCH,
                new FunnelType(1, "Sale", true, steps),
                "EUR",
                stages,
                new FunnelTotals(Tally.NONE, Tally.NONE, Tally.NONE, Days.NONE, 0));
    }
}
