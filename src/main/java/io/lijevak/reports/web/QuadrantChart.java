package io.lijevak.reports.web;

import io.lijevak.reports.Quadrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the marks of the picture stand, in units of its view box of 720 × 400. */
public record QuadrantChart(Quadrant quadrant) {
    public static final int LEFT = 20;
    public static final int RIGHT = 700;
    public static final int TOP = 24;
    public static final int BOTTOM = 372;
    private static final double ROOM = 1.12;

    /**
     * A mark, its label and the interval of its amount.
     *
     * @param path the mark, of a shape for each corner
     * @param anchor the label stands before or after the mark
     */
    public record Mark(
            Quadrant.Point point,
            String path,
            String x,
            String y,
            String low,
            String high,
            String labelX,
            String anchor) {}

    /** A label in two lines, parted at its comma, so that it fits in its corner on a phone. */
    public static List<String> lines(String label) {
        var comma = label.indexOf(',') + 1;
        return List.of(label.substring(0, comma), label.substring(comma).strip());
    }

    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        for (var point : quadrant.points()) {
            var corner = point.corner();
            if (corner != null) {
                marks.add(mark(point, corner));
            }
        }
        return marks;
    }

    public String medianX() {
        return number(x(quadrant.contacts()));
    }

    public String medianY() {
        return number(y(quadrant.amount()));
    }

    private Mark mark(Quadrant.Point point, Quadrant.Corner corner) {
        var x = x(point.contacts());
        var y = y(point.amount().value());
        var before = x > (LEFT + RIGHT) / 2.0;
        return new Mark(
                point,
                shape(corner, x, y),
                number(x),
                number(y),
                number(y(point.amount().low())),
                number(Math.max(TOP, y(point.amount().high()))),
                number(before ? x - 10 : x + 10),
                before ? "end" : "start");
    }

    private static String shape(Quadrant.Corner corner, double x, double y) {
        return switch (corner) {
            case FEW_BIG -> path("M%s %sl6 6 -6 6 -6 -6z", x, y - 6);
            case MANY_BIG -> path("M%s %sh10v10h-10z", x - 5, y - 5);
            case MANY_SMALL -> path("M%s %sl7 12h-14z", x, y - 7);
            case FEW_SMALL -> path("M%s %sa5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5, y);
        };
    }

    private static String path(String pattern, double x, double y) {
        return pattern.formatted(number(x), number(y));
    }

    private double x(double contacts) {
        var most = quadrant.points().stream()
                .mapToDouble(Quadrant.Point::contacts)
                .max()
                .orElse(0);
        var end = ROOM * Math.max(Math.max(most, quadrant.contacts()), 1e-9);
        return LEFT + (RIGHT - LEFT) * contacts / end;
    }

    private double y(double amount) {
        var most = quadrant.points().stream()
                .mapToDouble(point -> point.amount().value())
                .max()
                .orElse(0);
        var end = ROOM * Math.max(Math.max(most, quadrant.amount()), 1e-9);
        return BOTTOM - (BOTTOM - TOP) * amount / end;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
