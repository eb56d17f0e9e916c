package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.RecordProcess;
import io.lijevak.process.RecordProcessMaps;
import io.lijevak.process.RouteModel;
import io.lijevak.process.RouteModel.Node;
import io.lijevak.process.TypeMap;
import java.util.List;
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

    static TypeMapPage of(TypeMap map, DealTypeId id, DealTypes types, Form form) {
        var present = types.require(id);
        var older = map.versions().stream()
                .filter(version -> version.version() != present.stepsVersion() && version.running() > 0)
                .map(version -> new Older(
                        version.version(),
                        version.running(),
                        types.require(id, version.version()).steps().stream()
                                .filter(step -> present.indexOf(step.stage()) < 0)
                                .map(step -> new Gone("stage-" + step.stage(), step.name()))
                                .toList()))
                .toList();
        var head = new Head(
                "/deal-types/" + id,
                "/settings/deal-types/" + id,
                present.stepsVersion(),
                present.version(),
                present.mode() == DealMode.AUTOMATIC);
        var targets = present.steps().stream()
                .map(step -> Option.of(step.stage(), step.name()))
                .toList();
        return new TypeMapPage(map, head, older, targets, form);
    }

    static TypeMapPage of(TypeMap map, RecordProcess process, RecordProcessMaps maps, Form form) {
        var present = points(maps.route(process.key(), process.version()));
        var older = map.versions().stream()
                .filter(version -> version.version() != process.version() && version.running() > 0)
                .map(version -> new Older(
                        version.version(),
                        version.running(),
                        points(maps.route(process.key(), version.version())).stream()
                                .filter(point -> present.stream()
                                        .noneMatch(each -> each.id().equals(point.id())))
                                .map(point -> new Gone("point-" + point.id(), point.name()))
                                .toList()))
                .toList();
        var head = new Head("/processes/" + process.key(), null, process.version(), process.version(), true);
        var targets = present.stream()
                .map(point -> new Option(point.id(), point.name()))
                .toList();
        return new TypeMapPage(map, head, older, targets, form);
    }

    private static List<Node> points(RouteModel route) {
        return route.of(RouteModel.Kind.POINT);
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
