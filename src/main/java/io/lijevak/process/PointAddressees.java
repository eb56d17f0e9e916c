package io.lijevak.process;

import org.springframework.stereotype.Component;

/** Whom the route of a run addresses its points to. */
@Component
class PointAddressees {
    private final RunRows runs;
    private final Routes routes;
    private final StepRulesOfTypes rules;

    PointAddressees(RunRows runs, Routes routes, StepRulesOfTypes rules) {
        this.runs = runs;
        this.routes = routes;
        this.rules = rules;
    }

    Addressee of(Arrival arrival) {
        var route = routes.require(runs.require(arrival.run()).route());
        return Addressee.read(
                        rules.of(route, route.model().node(arrival.node())).addressee())
                .orElse(new Addressee.Responsible());
    }
}
