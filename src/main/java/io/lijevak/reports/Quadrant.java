package io.lijevak.reports;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Effort against result: each rep by calls, meetings and e-mails held a month and by the won amount of the period, on
 * either side of the medians of the reps with at least {@link League#ENOUGH} decided deals. One that stands on a median
 * counts as having much.
 *
 * @param contacts the median of contacts a month
 * @param amount the median of the won amount
 */
public record Quadrant(List<Point> points, double contacts, double amount) {
    private static final double DAYS_A_MONTH = 365.25 / 12;

    /** Which of the four. */
    public enum Corner {
        FEW_BIG,
        MANY_BIG,
        MANY_SMALL,
        FEW_SMALL
    }

    /**
     * A rep.
     *
     * @param contacts held a month
     * @param amount won in the period with its 90 % interval
     * @param corner null with too few deals
     * @param sure whether the interval of the amount stays on one side of the median
     */
    public record Point(
            League.Rep rep,
            double contacts,
            Measured amount,
            @Nullable Corner corner,
            boolean sure) {}

    /** The reps to be shown against the medians of all; the period has the given days. */
    static Quadrant of(Collection<League.Rep> reps, Collection<RepWork> everybody, long days) {
        var months = days / DAYS_A_MONTH;
        var typical = everybody.stream()
                .filter(work -> work.deals().decided() >= League.ENOUGH)
                .toList();
        var contacts = median(typical.stream()
                .mapToDouble(work -> work.contacts().all() / months)
                .toArray());
        var amount = median(typical.stream()
                .mapToDouble(work -> work.deals().amount().doubleValue())
                .toArray());
        var points = reps.stream()
                .sorted(Comparator.comparing(League.Rep::name).thenComparing(League.Rep::id))
                .map(rep -> point(rep, months, contacts, amount))
                .toList();
        return new Quadrant(points, contacts, amount);
    }

    private static Point point(League.Rep rep, double months, double contacts, double amount) {
        var deals = rep.work().deals();
        var held = rep.work().contacts().all() / months;
        var won = Measured.total(deals.amount(), deals.squares(), deals.won());
        return new Point(
                rep,
                held,
                won,
                rep.enough() ? corner(held >= contacts, won.value() >= amount) : null,
                won.low() > amount || won.high() < amount);
    }

    private static Corner corner(boolean many, boolean big) {
        if (many) {
            return big ? Corner.MANY_BIG : Corner.MANY_SMALL;
        }
        return big ? Corner.FEW_BIG : Corner.FEW_SMALL;
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        var n = values.length;
        return n == 0 ? 0 : (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    public boolean draws() {
        return points.stream().anyMatch(point -> point.corner() != null);
    }
}
