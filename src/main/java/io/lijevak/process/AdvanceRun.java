package io.lijevak.process;

import io.lijevak.platform.Conflict;
import io.lijevak.process.Arrivals.Ending;
import io.lijevak.process.Arrivals.Leaving;
import io.lijevak.process.RouteModel.Kind;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Leaves a point or a pause as done, moves the engine on and follows it. */
@Component
class AdvanceRun {
    private final Arrivals arrivals;
    private final RunRows runs;
    private final Routes routes;
    private final Engine engine;
    private final Steering steering;

    AdvanceRun(Arrivals arrivals, RunRows runs, Routes routes, Engine engine, Steering steering) {
        this.arrivals = arrivals;
        this.runs = runs;
        this.routes = routes;
        this.engine = engine;
        this.steering = steering;
    }

    void from(Arrival arrival, Ending ending, Answers answers, Actor actor) {
        if (!arrivals.leave(arrival.id(), new Leaving(ending, actor.user().id(), actor.at(), null))) {
            throw new Conflict("process.error.point.over", arrival.name());
        }
        if (arrival.kind() == Kind.POINT) {
            steering.told(new TaskOver(arrival.id(), true, actor.user().id(), actor.at()));
        }
        var run = runs.require(arrival.run());
        var route = routes.require(run.route());
        engine.complete(Objects.requireNonNull(arrival.engineTask()), steering.choices(route.model(), run.subject()));
        steering.follow(run, route, answers, actor);
    }
}
