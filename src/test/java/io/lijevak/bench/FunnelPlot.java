package io.lijevak.bench;

import java.util.List;
import java.util.Locale;

/** Medians and 95th percentiles of each question and engine as bars on a logarithmic scale. */
final class FunnelPlot {
    private static final List<String> ENGINES = List.of("normalised", "facts", "DuckDB", "columns");
    private static final List<String> COLOURS = List.of("#9a9a9a", "#5b8def", "#e0b000", "#1f9d55");
    private static final int LEFT = 290;
    private static final int WIDTH = 560;
    private static final int BAR = 12;
    private static final int TOP = 46;
    private static final double LEAST = 0.1;
    private static final int DECADES = 6;

    private FunnelPlot() {}

    static String of(FunnelBench.Report report) {
        var questions = report.results().stream()
                .map(FunnelBench.Line::question)
                .distinct()
                .toList();
        var group = ENGINES.size() * BAR + 14;
        var height = TOP + questions.size() * group + 40;
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                LEFT + WIDTH + 60,
                height));
        text(svg, 10, 20, "start", "Funnel over " + report.deals() + " deals: p50, line to p95, milliseconds");
        for (var decade = 0; decade <= DECADES; decade++) {
            var value = LEAST * Math.pow(10, decade);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#ddd\"/>%n",
                    x(value),
                    TOP - 10,
                    height - 30));
            text(svg, x(value), height - 14, "middle", value < 1 ? "0.1" : String.format(Locale.ROOT, "%.0f", value));
        }
        for (var i = 0; i < ENGINES.size(); i++) {
            svg.append(String.format(
                    "<rect x=\"%d\" y=\"27\" width=\"10\" height=\"10\" fill=\"%s\"/>%n",
                    10 + i * 110, COLOURS.get(i)));
            text(svg, 25 + i * 110, 36, "start", ENGINES.get(i));
        }
        for (var i = 0; i < questions.size(); i++) {
            text(svg, LEFT - 10, TOP + i * group + 11, "end", questions.get(i));
        }
        for (var line : report.results()) {
            bar(svg, line, TOP + questions.indexOf(line.question()) * group);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, FunnelBench.Line line, int top) {
        var engine = ENGINES.indexOf(line.engine());
        var y = top + Math.max(engine, 0) * BAR;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                LEFT,
                y,
                x(line.p50_ms()) - LEFT,
                BAR - 2,
                engine < 0 ? "#c0c0c0" : COLOURS.get(engine)));
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%2$.1f\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"#333\"/>%n",
                x(line.p50_ms()),
                x(line.p95_ms()),
                y + BAR / 2 - 1));
        text(svg, x(line.p95_ms()) + 4, y + 10, "start", Double.toString(line.p50_ms()));
    }

    private static double x(double milliseconds) {
        return LEFT + WIDTH * Math.log10(Math.max(milliseconds, LEAST) / LEAST) / DECADES;
    }

    private static void text(StringBuilder svg, double x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }
}
