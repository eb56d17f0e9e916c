package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.funnel.Significance.Verdict;
import org.junit.jupiter.api.Test;

/** Differences are called more than chance only where chance would seldom make them. */
class SignificanceTests {

    /** Fisher's tea: 3 of 4 against 1 of 4; and 8 of 10 against 1 of 6, p known from tables. */
    @Test
    void sharesAreComparedByFishersExactTest() {
        assertThat(Significance.ofShares(3, 1, 1, 3).p().orElseThrow()).isCloseTo(0.485714, within(1e-6));
        assertThat(Significance.ofShares(8, 2, 1, 5).p().orElseThrow()).isCloseTo(0.034965, within(1e-6));
    }

    @Test
    void manyDealsAreComparedByTheNormalTestThatAgreesWithTheExactOne() {
        var exact = Significance.ofShares(520, 480, 480, 520).p().orElseThrow();
        var normal = Significance.ofShares(530, 480, 490, 520).p().orElseThrow();

        assertThat(exact).isCloseTo(0.0811, within(2e-4));
        assertThat(normal).isCloseTo(0.07507, within(1e-4));
    }

    @Test
    void saysWhenThereAreTooFewOrWhenItMayBeChance() {
        assertThat(Significance.ofShares(3, 1, 0, 9).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(Significance.ofShares(0, 0, 5, 5).p()).isEmpty();
        assertThat(Significance.ofShares(30, 30, 28, 32).verdict()).isEqualTo(Verdict.MAY_BE_CHANCE);
        assertThat(Significance.ofShares(50, 10, 25, 35).verdict()).isEqualTo(Verdict.CLEAR);
    }

    /** 30 in 31 days against 10 in 31 days; and twice as many in twice as many days, which is no difference. */
    @Test
    void countsAreComparedByTheirDays() {
        assertThat(Significance.ofCounts(30, 31, 10, 31).p().orElseThrow()).isCloseTo(0.00222, within(1e-4));
        assertThat(Significance.ofCounts(40, 62, 20, 31).p().orElseThrow()).isGreaterThan(0.9);
        assertThat(Significance.ofCounts(0, 31, 0, 31).p()).isEmpty();
    }
}
