package io.lijevak.funnel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

        /** What is seen of the bar from left to right, the empty rest last: bars drawn later cover earlier ones. */
        public List<Piece> pieces() {
            var edges = Stream.concat(
                            Stream.of(0.0, 100.0),
                            bars.stream().flatMap(bar -> Stream.of(bar.from(), bar.from() + bar.length())))
                    .sorted()
                    .toList();
            var pieces = new ArrayList<Piece>();
            for (var i = 1; i < edges.size(); i++) {
                var from = edges.get(i - 1);
                var length = edges.get(i) - from;
                if (length > 0.01) {
                    var css = seen(from + length / 2);
                    var marked = mark.inside() ? pieces.isEmpty() && !css.isEmpty() : css.isEmpty();
                    pieces.add(new Piece(css, length, marked ? mark.text() : ""));
                }
            }
            return pieces;
        }

        private String seen(double at) {
            return bars.stream()
                    .filter(bar -> bar.from() <= at && at < bar.from() + bar.length())
                    .reduce((under, above) -> above)
                    .map(Bar::css)
                    .orElse("");
        }
    }

    /** A part of a printed bar with the text on it; of the rest behind the bars the class is empty. */
    public record Piece(String css, double length, String text) {
        public String width() {
            return percent(length);
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
