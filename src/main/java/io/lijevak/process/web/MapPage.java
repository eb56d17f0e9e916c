package io.lijevak.process.web;

import io.lijevak.platform.web.Ui;
import io.lijevak.process.RouteMap;
import io.lijevak.process.RouteMap.Point;
import io.lijevak.process.RouteMap.State;
import io.lijevak.process.RouteModel.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The map of a run as it is shown: drawn, and as a list. */
public record MapPage(RouteMap map, String path, long revision) {

    public RouteDrawing drawing() {
        return new RouteDrawing(map.route().model());
    }

    public @Nullable Point point(String node) {
        return map.points().stream()
                .filter(point -> point.node().id().equals(node))
                .findFirst()
                .orElse(null);
    }

    /** The word of a state in class names. */
    public String mark(String node) {
        return switch (map.state(node)) {
            case PASSED -> "node--past";
            case CURRENT -> "node--now";
            case FUTURE -> "node--ahead";
            case SKIPPED -> "node--skipped";
        };
    }

    public boolean isPast(String from, String to) {
        return map.state(from) == State.PASSED && (map.state(to) == State.PASSED || map.state(to) == State.CURRENT);
    }

    public boolean isCurrent(String node) {
        return map.state(node) == State.CURRENT;
    }

    /** Above a point: who has it and how long it took, of how long it may. */
    public String caption(Ui ui, Point point) {
        var who = point.executor() == null ? "" : point.executor().split(" ")[0];
        if (point.spent() == null) {
            return "";
        }
        var spent = duration(ui, point.spent());
        var time = point.state() == State.CURRENT && point.normDays() != null
                ? ui.t("process.map.of", spent, point.normDays())
                : spent;
        return who.isEmpty() ? time : who + ", " + time;
    }

    /** What the list says behind a point. */
    public String words(Ui ui, Point point) {
        var state = ui.t("process.map." + point.state().word());
        var parts = new java.util.ArrayList<String>();
        parts.add(
                point.state() == State.PASSED && point.leftAt() != null
                        ? state + " " + ui.f().dayAndMonth(ui.f().day(point.leftAt()))
                        : state);
        if (point.executor() != null) {
            parts.add(point.fellToHead() ? ui.t("process.map.head", point.executor()) : point.executor());
        }
        if (point.spent() != null) {
            parts.add(duration(ui, point.spent()));
        }
        if (point.state() == State.CURRENT && point.dueAt() != null) {
            parts.add(ui.t(
                    point.overdue() ? "process.map.overdue" : "process.map.due",
                    ui.f().dayAndMonth(ui.f().day(point.dueAt()))));
        } else if (point.state() == State.FUTURE && point.normDays() != null) {
            parts.add(ui.t("process.steps.normDays", point.normDays()));
        }
        return String.join(", ", parts);
    }

    public String href(Point point) {
        return point.arrival() == null ? "#" + anchor(point) : "/process/points/" + point.arrival();
    }

    public String anchor(Point point) {
        return "point-" + point.node().id();
    }

    public boolean isPause(Point point) {
        return point.node().kind() == Kind.PAUSE;
    }

    static String duration(Ui ui, Duration lasted) {
        if (lasted.toDays() > 0) {
            return ui.t("process.days.short", lasted.toDays());
        }
        return lasted.toHours() > 0
                ? ui.t("process.hours.short", lasted.toHours())
                : ui.t("process.minutes.short", lasted.toMinutes());
    }
}
