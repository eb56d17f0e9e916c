package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Step;
import io.lijevak.process.TypeMap;
import java.util.List;

/** The map of a deal type as it is shown. */
public record TypeMapPage(TypeMap map, DealType present, List<Older> older, Form form) {

    /** An older version that processes still follow, with the stages the present one lacks. */
    public record Older(int version, int running, List<Step> gone) {}

    static TypeMapPage of(TypeMap map, DealTypes types, Form form) {
        var present = types.require(map.type().id());
        var older = map.versions().stream()
                .filter(version -> version.version() != present.stepsVersion() && version.running() > 0)
                .map(version -> new Older(
                        version.version(),
                        version.running(),
                        types.require(present.id(), version.version()).steps().stream()
                                .filter(step -> present.indexOf(step.stage()) < 0)
                                .toList()))
                .toList();
        return new TypeMapPage(map, present, older, form);
    }

    public RouteDrawing drawing() {
        return new RouteDrawing(map.route().model());
    }

    public boolean isAutomatic() {
        return present.mode() == DealMode.AUTOMATIC;
    }

    public String path() {
        return "/deal-types/" + present.id();
    }

    public List<Option> stages() {
        return present.steps().stream()
                .map(step -> Option.of(step.stage(), step.name()))
                .toList();
    }
}
