package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.reports.Quadrant.Corner;
import io.lijevak.reports.RepWork.Assignments;
import io.lijevak.reports.RepWork.Contacts;
import io.lijevak.reports.RepWork.Deals;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Planted profiles land where the seed says. */
class QuadrantTests {
    /** A year: contacts a month are a twelfth. */
    private static Quadrant of(League.Rep... reps) {
        return Quadrant.of(
                List.of(reps), List.of(reps).stream().map(League.Rep::work).toList(), 365);
    }

    @Test
    void plantedProfilesLandInTheirCorner() {
        var quadrant = of(
                rep(1, "Few events, big income", 24, 30, 50_000),
                rep(2, "Many events, small income", 1200, 30, 1_000),
                rep(3, "Much of both", 900, 30, 40_000),
                rep(4, "Little of both", 120, 30, 2_000));

        assertThat(corner(quadrant, 1)).isEqualTo(Corner.FEW_BIG);
        assertThat(corner(quadrant, 2)).isEqualTo(Corner.MANY_SMALL);
        assertThat(corner(quadrant, 3)).isEqualTo(Corner.MANY_BIG);
        assertThat(corner(quadrant, 4)).isEqualTo(Corner.FEW_SMALL);
        // medians of 24, 120, 900, 1200 a year, and of 30 × 1, 2, 40, 50 thousand
        assertThat(quadrant.contacts()).isEqualTo(510 * 365.25 / 365 / 12, within(1e-9));
        assertThat(quadrant.amount()).isEqualTo(30 * 21_000);
        assertThat(quadrant.points()).allMatch(Quadrant.Point::sure);
    }

    @Test
    void whoHasTooFewDealsIsListedOutsideThePictureAndMovesNoMedian() {
        var quadrant = of(rep(1, "Ana", 120, 30, 100), rep(2, "Ivan", 240, 30, 100), rep(3, "Eva", 5000, 5, 9_000));

        assertThat(point(quadrant, 3).corner()).isNull();
        assertThat(quadrant.amount()).isEqualTo(3_000);
        assertThat(point(quadrant, 1).sure()).isFalse();
    }

    private static Corner corner(Quadrant quadrant, long rep) {
        return java.util.Objects.requireNonNull(point(quadrant, rep).corner());
    }

    private static Quadrant.Point point(Quadrant quadrant, long rep) {
        return quadrant.points().stream()
                .filter(point -> point.rep().id() == rep)
                .findFirst()
                .orElseThrow();
    }

    private static League.Rep rep(long id, String name, long calls, int won, int amount) {
        var deals = new Deals(
                won,
                0,
                won,
                BigDecimal.valueOf((long) won * amount),
                BigDecimal.valueOf((long) won * amount * amount),
                0,
                0,
                0);
        return new League.Rep(id, name, new RepWork(deals, new Contacts(calls, 0, 0, 0), Assignments.NONE));
    }
}
