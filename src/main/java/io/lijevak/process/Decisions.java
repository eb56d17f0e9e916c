package io.lijevak.process;

import io.lijevak.users.CurrentUser;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What people decide at a point because a choice right behind it turns on it; the record's module asks and keeps it. */
@Component
class Decisions {
    private final Subjects subjects;
    private final RunRows runs;
    private final Routes routes;

    Decisions(Subjects subjects, RunRows runs, Routes routes) {
        this.subjects = subjects;
        this.runs = runs;
        this.routes = routes;
    }

    /** What the form of the point asks. */
    List<Input> questions(Arrival arrival, CurrentUser user) {
        var asked = behind(arrival);
        return asked.isEmpty() ? List.of() : subjects.kind(arrival.subject()).questions(asked, user);
    }

    /** Keeps what was decided, before the engine moves on. */
    void settle(Arrival arrival, Answers answers, Actor actor) {
        var asked = behind(arrival);
        if (!asked.isEmpty()) {
            subjects.kind(arrival.subject()).decide(arrival.subject().id(), asked, answers, actor);
        }
    }

    private Set<String> behind(Arrival arrival) {
        var kind = subjects.kind(arrival.subject());
        var asked = new HashSet<String>();
        if (kind.decisions().isEmpty()) {
            return asked;
        }
        var route = routes.require(runs.require(arrival.run()).route()).model();
        if (route.find(arrival.node()).isEmpty()) {
            return asked;
        }
        for (var choice : new RouteOrder(route).choicesBehind(arrival.node())) {
            route.from(choice.id()).stream()
                    .map(RouteModel.Flow::condition)
                    .filter(Objects::nonNull)
                    .forEach(condition -> asked.addAll(Condition.names(condition, kind.facts())));
        }
        asked.retainAll(kind.decisions());
        return asked;
    }
}
