package io.lijevak.deals.web;

import io.lijevak.deals.ProcessReport.Point;
import io.lijevak.deals.ProcessReport.Which;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report of all processes with the addresses of what its numbers count. */
public record ProcessReportPage(Period period, List<Point> points) {
    /** The points of a process. */
    public record Process(String key, String name, List<Point> points) {
        public long reached() {
            return points.stream().mapToLong(Point::reached).sum();
        }

        public long open() {
            return points.stream().mapToLong(Point::open).sum();
        }

        public long late() {
            return points.stream().mapToLong(Point::late).sum();
        }
    }

    public List<Process> processes() {
        var byProcess = new LinkedHashMap<String, List<Point>>();
        points.forEach(point -> byProcess
                .computeIfAbsent(point.process(), key -> new java.util.ArrayList<>())
                .add(point));
        return byProcess.entrySet().stream()
                .map(entry ->
                        new Process(entry.getKey(), entry.getValue().getFirst().processName(), entry.getValue()))
                .toList();
    }

    /** The arrivals that a number counts. */
    public String arrivals(String process, @Nullable String node, Which which) {
        return new PageLink("/processes/arrivals", Map.of())
                .with("process", process)
                .with("node", node)
                .with("which", which.word())
                .with("from", period.from())
                .with("to", period.to())
                .toString();
    }

    public static String days(Ui ui, @Nullable Double days) {
        return days == null ? "–" : ui.t("deals.backTest.days", ui.f().decimal(BigDecimal.valueOf(days), 1));
    }

    /** How the arrivals ended, as words with their numbers. */
    public static String endings(Ui ui, Point point) {
        return point.endings().entrySet().stream()
                .map(ending -> ending(ui, ending.getKey()) + " " + ui.f().number(ending.getValue()))
                .collect(Collectors.joining(", "));
    }

    public static String ending(Ui ui, String ending) {
        return ui.t("deals.processes.ending." + ending.toLowerCase(Locale.ROOT));
    }
}
