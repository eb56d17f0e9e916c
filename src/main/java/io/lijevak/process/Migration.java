package io.lijevak.process;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The engine's side of carrying a run over, its record held. */
@Component
class Migration {
    private final Subjects subjects;
    private final Processes processes;
    private final Engine engine;

    Migration(Subjects subjects, Processes processes, Engine engine) {
        this.subjects = subjects;
        this.processes = processes;
        this.engine = engine;
    }

    void hold(Subject subject) {
        subjects.hold(subject);
    }

    void go(Run run, RouteVersion route, Map<String, String> nodes) {
        engine.migrate(java.util.Objects.requireNonNull(run.instance()), processes.definition(route), nodes);
    }
}
