package io.lijevak.process.web;

import io.lijevak.process.RouteLayout;
import io.lijevak.process.RouteModel;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The drawing of a route: where its nodes stand and how the ways between them run. A straight route winds down in lines
 * of five, another one runs to the right with its branches below each other.
 */
public final class RouteDrawing {
    private static final int A_LINE = 5;
    private static final int COLUMN = 160;
    private static final int ROW = 106;
    private static final int WIDTH = 126;
    private static final int HEIGHT = 46;
    private static final int SMALL = 34;
    private static final int LONGEST = 17;
    private final RouteModel route;
    private final RouteLayout layout;
    private final boolean winds;

    RouteDrawing(RouteModel route) {
        this.route = route;
        this.layout = new RouteLayout(route);
        this.winds = route.straightLine() && layout.columns() > A_LINE + 1;
    }

    /** A node with its place and the lines of its name. */
    public record Box(Node node, int x, int y, int width, int height, List<String> lines) {
        public int left() {
            return x - width / 2;
        }

        public int top() {
            return y - height / 2;
        }
    }

    /** A way between two nodes: its line, and the point of its arrow. */
    public record Way(Flow flow, String path, String tip) {}

    public List<Box> boxes() {
        return route.nodes().stream().map(this::box).toList();
    }

    public List<Way> ways() {
        return route.flows().stream().map(this::way).toList();
    }

    public int width() {
        return (winds ? A_LINE : layout.columns()) * COLUMN + 20;
    }

    public int height() {
        var rows = winds ? (layout.columns() + A_LINE - 1) / A_LINE : layout.rows();
        return rows * ROW + 24;
    }

    private Box box(Node node) {
        var wide = node.kind() == Kind.POINT;
        return new Box(node, x(node), y(node), wide ? WIDTH : SMALL, wide ? HEIGHT : SMALL, lines(node.name()));
    }

    private int x(Node node) {
        var column = layout.of(node.id()).column();
        if (winds) {
            var line = column / A_LINE;
            var place = column % A_LINE;
            column = line % 2 == 0 ? place : A_LINE - 1 - place;
        }
        return column * COLUMN + COLUMN / 2 + 10;
    }

    private int y(Node node) {
        var place = layout.of(node.id());
        return (winds ? place.column() / A_LINE : place.row()) * ROW + 64;
    }

    private Way way(Flow flow) {
        var from = box(route.node(flow.from()));
        var to = box(route.node(flow.to()));
        if (from.x() == to.x()) {
            var end = to.top() - 2;
            return new Way(
                    flow,
                    "M" + from.x() + " " + (from.y() + from.height() / 2) + "V" + (end - 6),
                    "M" + to.x() + " " + end + "l-4 -7h8z");
        }
        var right = to.x() > from.x();
        var start = right ? from.x() + from.width() / 2 : from.left();
        var end = right ? to.left() - 2 : to.x() + to.width() / 2 + 2;
        var bend = to.y() > from.y() ? start + 14 : end - 16;
        var line = from.y() == to.y() ? "H" : "H" + bend + "V" + to.y() + "H";
        return new Way(
                flow,
                "M" + start + " " + from.y() + line + (right ? end - 6 : end + 6),
                "M" + end + " " + to.y() + (right ? "l-7 -4v8z" : "l7 -4v8z"));
    }

    private static List<String> lines(String name) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : name.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() >= LONGEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() <= 2) {
            return lines;
        }
        return List.of(lines.get(0), lines.get(1) + "…");
    }
}
