package io.lijevak.funnel.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the two charts: stages from top to bottom, left-aligned bars, the drop-off printed between them.
 *
 * @param plain the second chart, which takes the stages' names from the first one's rows
 * @param heads of the bar and of each number beside it
 * @param note how its numbers are to be read, empty when that needs no words
 */
public record Chart(boolean plain, String stageHead, List<String> heads, List<Row> rows, String note) {

    /** A stage, or what came out of the last one: its bars, a text on or behind them, the numbers beside them, what dropped off below. */
    public record Row(
            String name,
            boolean stage,
            String note,
            String label,
            List<Bar> bars,
            Mark mark,
            List<Number> numbers,
            List<Number> drops,
            @Nullable Before before) {
        Row(
                String name,
                boolean stage,
                String note,
                String label,
                List<Bar> bars,
                Mark mark,
                List<Number> numbers,
                List<Number> drops) {
            this(name, stage, note, label, bars, mark, numbers, drops, null);
        }

        Row with(@Nullable Before thin) {
            return new Row(name, stage, note, label, bars, mark, numbers, drops, thin);
        }
    }

    /** The thin second bar: the same of what the funnel is compared with. */
    public record Before(double length, String label) {
        public String width() {
            return percent(length);
        }
    }

    /** A part of a bar; lengths in percent of the widest row. */
    public record Bar(
            String css,
            double from,
            double length,
            @Nullable String href,
            String label) {
        private static final double GAP = 0.22;

        public String x() {
            return percent(from);
        }

        public String width() {
            return percent(Math.max(length - GAP, 0.3));
        }

        /** Outlined bars lie half a pixel inside, so that their border does not blur. */
        public boolean outlined() {
            return !css.equals("m-won") && !css.equals("m-open");
        }
    }

    /** The text of a bar: on it when it fits, else right behind. */
    public record Mark(String text, boolean inside, double from) {
        private static final double PIXELS_A_PERCENT = 2;
        private static final double PIXELS_A_LETTER = 7.3;

        /** Puts the text on the part of the given length when it fits at the usual width, else behind the whole bar. */
        static Mark of(String text, double part, double whole) {
            var fits = part * PIXELS_A_PERCENT >= text.length() * PIXELS_A_LETTER + 14;
            return new Mark(text, fits, fits ? 0 : whole);
        }

        public String x() {
            return percent(from);
        }
    }

    /** A number or a remark; {@code after} follows it unlinked. */
    public record Number(String text, @Nullable String href, String css, String after) {
        static Number plain(String text) {
            return new Number(text, null, "muted", "");
        }

        static Number link(String text, String href) {
            return new Number(text, href, "", "");
        }
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
