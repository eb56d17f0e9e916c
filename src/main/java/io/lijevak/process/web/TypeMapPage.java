package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.process.RouteModel;
import io.lijevak.process.RouteModel.Node;
import io.lijevak.process.TypeMap;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The map of a deal type, or of a process about other records, as it is shown. */
public record TypeMapPage(TypeMap map, Head head, List<Older> older, List<Option> targets, Form form) {
    /**
     * Whose map it is.
     *
     * @param home address of its settings, null when this page is all there is
     * @param version of the newest route
     * @param lock what a change must have seen: the version of the type, or that of the route
     * @param led whether processes follow the route, so that it may be drawn anew
     */
    public record Head(String path, @Nullable String home, int version, int lock, boolean led) {}

    /** An older version that processes still follow, with what the present one lacks. */
    public record Older(int version, int running, List<Gone> gone) {}

    /** A stage or a point that the present version lacks, with the name of its field. */
    public record Gone(String field, String name) {}

    /** The page with the older versions that are still followed; what each lacks is asked by its number. */
    static TypeMapPage of(TypeMap map, Head head, IntFunction<List<Gone>> gone, List<Option> targets, Form form) {
        var older = map.versions().stream()
                .filter(version -> version.version() != head.version() && version.running() > 0)
                .map(version -> new Older(version.version(), version.running(), gone.apply(version.version())))
                .toList();
        return new TypeMapPage(map, head, older, targets, form);
    }

    public RouteDrawing drawing() {
        return new RouteDrawing(map.route().model());
    }

    public String path() {
        return head.path();
    }

    /** Where a point of the newest version is settled; null where that is said by its stage, or cannot be changed. */
    public @Nullable String settings(Node node) {
        return head.home() == null && map.route().version() == head.version() && node.kind() == RouteModel.Kind.POINT
                ? head.path() + "/points/" + node.id()
                : null;
    }
}
