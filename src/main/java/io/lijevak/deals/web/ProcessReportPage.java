package io.lijevak.deals.web;

import io.lijevak.deals.BackedMoves;
import io.lijevak.deals.ProcessArrivals.Which;
import io.lijevak.deals.ProcessReport.Point;
import io.lijevak.deals.RunReport.Result;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report of all processes with the addresses of what its numbers count. */
public record ProcessReportPage(Period period, List<Point> points, List<Result> results, BackedMoves.Share share) {
    /** The points of a process, and what its runs came to. */
    public record Process(String key, String name, List<Point> points, List<Result> results) {
        public long begun() {
            return results.stream().mapToLong(Result::number).sum();
        }

        /** How many go on with a point past its deadline. */
        public long lateNow() {
            return results.stream().mapToLong(Result::late).sum();
        }

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
        results.forEach(result -> byProcess.computeIfAbsent(result.process(), key -> new java.util.ArrayList<>()));
        points.forEach(point -> byProcess
                .computeIfAbsent(point.process(), key -> new java.util.ArrayList<>())
                .add(point));
        return byProcess.entrySet().stream()
                .map(entry ->
                        new Process(entry.getKey(), name(entry.getKey()), entry.getValue(), results(entry.getKey())))
                .toList();
    }

    /** How many moves forward are backed by what their stage demands. */
    public String backed(Ui ui) {
        return share.demanded() == 0
                ? ui.t("deals.backed.none", share.moves())
                : ui.t(
                        "deals.backed.share",
                        ui.f().percent(share.part()),
                        share.backed(),
                        share.moves(),
                        share.demanded());
    }

    /** The page itself. */
    public PageLink link() {
        return new PageLink("/processes", Map.of()).with("from", period.from()).with("to", period.to());
    }

    private String name(String process) {
        return Stream.concat(
                        points.stream()
                                .filter(point -> point.process().equals(process))
                                .map(Point::processName),
                        results(process).stream().map(Result::processName))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(process);
    }

    private List<Result> results(String process) {
        return results.stream()
                .filter(result -> result.process().equals(process))
                .toList();
    }

    /** The runs that a number counts; without a result all of the process. */
    public String runs(String process, @Nullable String result) {
        return new PageLink("/processes/runs", Map.of())
                .with("process", process)
                .with("result", result)
                .with("from", period.from())
                .with("to", period.to())
                .toString();
    }

    /** A result as people read it: a word of ours, or what the route calls its end. */
    public static String result(Ui ui, String result) {
        var key = "deals.processes.result." + result;
        return ui.hasText(key) ? ui.t(key) : result;
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
