package io.lijevak.complaints;

import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Actor;
import io.lijevak.process.HandOverPoints;
import io.lijevak.process.Processes;
import io.lijevak.process.RecordProcess;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.Routes;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The processes that complaints follow. */
@Component
class ComplaintProcess {
    static final String KIND = "complaint";
    private final Processes processes;
    private final RecordProcesses known;
    private final Routes routes;
    private final HandOverPoints points;

    ComplaintProcess(Processes processes, RecordProcesses known, Routes routes, HandOverPoints points) {
        this.points = points;
        this.processes = processes;
        this.known = known;
        this.routes = routes;
    }

    /** The process of a key, of those that new complaints may follow; without one the default. */
    RecordProcess chosen(@Nullable String wanted) {
        return known.allowed(KIND).stream()
                .filter(process -> wanted == null || process.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("process", "platform.problem.choice"));
    }

    void begin(ComplaintId id, String process, Actor actor) {
        processes.begin(subject(id), routes.newest(process).orElseThrow(), null, actor);
    }

    void stop(ComplaintId id, Actor actor) {
        processes.stop(subject(id), actor);
    }

    /** What it asks of whoever answered for the complaint until now goes to whoever answers for it. */
    void handOver(ComplaintId id, @Nullable Long before, CurrentUser user) {
        points.from(before, subject(id), user);
    }

    private static Subject subject(ComplaintId id) {
        return new Subject(KIND, id.value());
    }
}
