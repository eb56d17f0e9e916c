package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.funnel.Stay.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Open deals count as open: neither as failures nor as if they were not there. */
class CompetingRisksTests {
    private final Random random = new Random(20261128);

    /**
     * Ten deals by hand, in days: on at 1, lost at 2, still at 2, on at 3, lost at 3, still at 4, on at 5, on at 6, still
     * at 7, lost at 8. The share standing before each time: 1, 9/10, 8/10, 8/10 · 5/7, then · 3/4, · 2/3, and at last 0.
     */
    @Test
    void tenDealsByHand() {
        var risks = CompetingRisks.of(List.of(
                stay(1, Ending.ONWARD),
                stay(2, Ending.LOST),
                stay(2, Ending.GOES_ON),
                stay(3, Ending.ONWARD),
                stay(3, Ending.LOST),
                stay(4, Ending.GOES_ON),
                stay(5, Ending.ONWARD),
                stay(6, Ending.ONWARD),
                stay(7, Ending.GOES_ON),
                stay(8, Ending.LOST)));

        var third = 0.8 * 5 / 7;
        var fifth = third * 3 / 4;
        var sixth = fifth * 2 / 3;
        assertThat(risks.onward()).isCloseTo(0.1 + 0.8 / 7 + third / 4 + fifth / 3, within(1e-12));
        assertThat(risks.lost()).isCloseTo(0.1 + 0.8 / 7 + sixth, within(1e-12));
        assertThat(risks.undecided()).isCloseTo(0, within(1e-12));
        assertThat(risks.medianDays()).isEqualByComparingTo("5.0");
        assertThat(risks.known()).isEqualTo(10);
        assertThat(risks.open()).isEqualTo(3);
    }

    /** Weighing those that left, and the derivatives of the estimate, give what its steps and its variance gave. */
    @Test
    void countedAgainItIsTheSame() {
        for (var i = 0; i < 200; i++) {
            var stays = new ArrayList<Stay>();
            for (var deal = random.nextInt(30); deal > 0; deal--) {
                stays.add(new Stay(random.nextInt(9), Ending.values()[random.nextInt(4)], 1L + random.nextInt(3)));
            }

            var told = CompetingRisks.of(stays);
            var again = RecountRisks.of(stays);

            assertThat(again.onward()).as("%s", stays).isCloseTo(told.onward(), within(1e-12));
            assertThat(again.lost()).as("%s", stays).isCloseTo(told.lost(), within(1e-12));
            assertThat(again.trials().good())
                    .as("%s", stays)
                    .isCloseTo(told.trials().good(), within(1e-8));
            assertThat(again.trials().all())
                    .as("%s", stays)
                    .isCloseTo(told.trials().all(), within(1e-8));
            assertThat(again.medianTenths()).as("%s", stays).isEqualTo(told.medianTenths());
            assertThat(again.known()).isEqualTo(told.known());
            assertThat(again.open()).isEqualTo(told.open());
        }
    }

    @Test
    void aStayThatTheLedgerTellsOtherwiseIsSaidToDiffer() {
        var stays =
                List.of(new Stay(10, Ending.ONWARD, 8), new Stay(20, Ending.LOST, 4), new Stay(30, Ending.GOES_ON, 9));
        var shorter =
                List.of(new Stay(10, Ending.ONWARD, 8), new Stay(20, Ending.LOST, 4), new Stay(5, Ending.GOES_ON, 9));
        var risks = CompetingRisks.of(stays);
        var told = new CellRates(
                null,
                new HonestFunnel.Open(risks, OwnStatistics.NONE.conversion(1, 1, false, risks.trials())),
                RateGroups.NONE);

        assertThat(told.equal(ShowCellRates.again(told, Figures.NONE, stays))).isTrue();
        assertThat(told.equal(ShowCellRates.again(told, Figures.NONE, shorter))).isFalse();
    }

    @Test
    void withoutOpenDealsItIsTheShareOfThoseThatWentOnWorthAllOfThem() {
        var risks = CompetingRisks.of(List.of(
                new Stay(10, Ending.ONWARD, 30), new Stay(20, Ending.LOST, 40), new Stay(30, Ending.ONWARD, 30)));

        assertThat(risks.conversion()).isCloseTo(0.6, within(1e-12));
        assertThat(risks.trials().all()).isCloseTo(100, within(1e-6));
        assertThat(risks.medianDays()).isEqualByComparingTo("2.0");
    }

    @Test
    void dealsSentBackArePartOfTheTimeButNotOfTheConversion() {
        var risks = CompetingRisks.of(
                List.of(new Stay(10, Ending.BACK, 60), new Stay(20, Ending.LOST, 10), new Stay(30, Ending.ONWARD, 30)));

        assertThat(risks.conversion()).isCloseTo(0.75, within(1e-12));
        assertThat(risks.medianDays()).isEqualByComparingTo("1.0");
    }

    @Test
    void aStageThatNobodyLeftSaysNothing() {
        var risks = CompetingRisks.of(List.of(new Stay(10, Ending.GOES_ON, 5)));

        assertThat(risks.trials()).isEqualTo(Trials.NONE);
        assertThat(risks.undecided()).isEqualTo(1);
        assertThat(risks.medianDays()).isNull();
        assertThat(CompetingRisks.of(List.of()).known()).isZero();
    }

    /** 60 % go on, but late; 40 % are lost, but soon; the deals came in evenly over half a year. */
    @Test
    void errsUnderTwoPointsWhereTheNaiveRateErrsOverEight() {
        for (var company = 0; company < 5; company++) {
            var stays = new ArrayList<Stay>();
            var onward = 0;
            var lost = 0;
            for (var deal = 0; deal < 6_000; deal++) {
                var age = 180 * random.nextDouble();
                var goesOn = random.nextDouble() < 0.6;
                var takes = goesOn ? 20 + 120 * random.nextDouble() : 1 + 14 * random.nextDouble();
                if (takes > age) {
                    stays.add(new Stay((int) (age * 10), Ending.GOES_ON, 1));
                } else {
                    stays.add(new Stay((int) (takes * 10), goesOn ? Ending.ONWARD : Ending.LOST, 1));
                    onward += goesOn ? 1 : 0;
                    lost += goesOn ? 0 : 1;
                }
            }
            var naive = 100.0 * onward / (onward + lost);

            assertThat(Math.abs(100 * CompetingRisks.of(stays).conversion() - 60))
                    .isLessThan(2);
            assertThat(Math.abs(naive - 60)).as("naive").isGreaterThan(8);
            assertThat(Math.abs(100.0 * onward / stays.size() - 60))
                    .as("open as failures")
                    .isGreaterThan(8);
        }
    }

    /** The oracle walks over days one by one and asks every deal anew. */
    @Test
    void equalsANaiveWalkOverTheDays() {
        for (var round = 0; round < 300; round++) {
            var stays = new ArrayList<Stay>();
            for (var deal = 0; deal < 1 + random.nextInt(40); deal++) {
                stays.add(new Stay(
                        random.nextInt(25),
                        List.of(Ending.ONWARD, Ending.LOST, Ending.GOES_ON).get(random.nextInt(3)),
                        1));
            }
            var stayed = 1.0;
            var onward = 0.0;
            var lost = 0.0;
            for (var day = 0; day < 25; day++) {
                var today = day;
                var atRisk =
                        stays.stream().filter(stay -> stay.tenths() >= today).count();
                var on = stays.stream()
                        .filter(stay -> stay.tenths() == today && stay.ending() == Ending.ONWARD)
                        .count();
                var off = stays.stream()
                        .filter(stay -> stay.tenths() == today && stay.ending() == Ending.LOST)
                        .count();
                if (atRisk > 0) {
                    onward += stayed * on / atRisk;
                    lost += stayed * off / atRisk;
                    stayed -= stayed * (on + off) / atRisk;
                }
            }

            var risks = CompetingRisks.of(stays);

            assertThat(risks.onward()).isCloseTo(onward, within(1e-9));
            assertThat(risks.lost()).isCloseTo(lost, within(1e-9));
        }
    }

    private static Stay stay(int days, Ending ending) {
        return new Stay(days * 10, ending, 1);
    }
}
