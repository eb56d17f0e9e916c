package io.lijevak.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route of a version of a deal type, or of another process, with figures at each point, and the versions there are. */
public record TypeMap(String name, RouteVersion route, List<Figure> figures, List<Version> versions) {
    public TypeMap {
        figures = List.copyOf(figures);
        versions = List.copyOf(versions);
    }

    /** How many wait at a point, how many of them too long, and how many days it takes at the median of {@code n}. */
    public record Figure(
            RouteModel.Node node,
            int open,
            int overdue,
            @Nullable Double medianDays,
            int n) {}

    /** A version, and how many processes follow it now. */
    public record Version(int version, int running) {}

    public Figure figure(String node) {
        return figures.stream()
                .filter(figure -> figure.node().id().equals(node))
                .findFirst()
                .orElseThrow();
    }
}
