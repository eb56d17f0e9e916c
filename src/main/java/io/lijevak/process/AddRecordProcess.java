package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a process about records other than deals: a line of points, or a copy of another process about such records. */
@Component
public class AddRecordProcess {
    private final RecordProcesses processes;
    private final RecordProcessRows rows;
    private final Routes routes;
    private final Texts texts;
    private final AuditTrail audit;

    AddRecordProcess(RecordProcesses processes, RecordProcessRows rows, Routes routes, Texts texts, AuditTrail audit) {
        this.processes = processes;
        this.rows = rows;
        this.routes = routes;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Gives its key. Refuses a kind of record that no processes are about, and a name already taken.
     *
     * @param about the word of the kind of its records; null for the first there is
     * @param copied key of the process whose newest route it begins with; null for the steps of the draft
     */
    @Transactional
    public String from(RecordProcessDraft draft, @Nullable String about, @Nullable String copied, CurrentUser user) {
        user.require(Resource.PROCESS, Action.CREATE);
        var kind = processes.kinds().stream()
                .filter(each -> about == null || each.equals(about))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("about", "platform.problem.choice"));
        var route = route(draft, kind, copied, user);
        var key = rows.insert(draft, kind);
        var written = routes.write(key, 1, null, route);
        audit.record(
                user, "route", written.id(), "created", Map.of("name", new Change(null, Names.required(draft.name()))));
        return key;
    }

    private RouteModel route(RecordProcessDraft draft, String kind, @Nullable String copied, CurrentUser user) {
        if (copied == null) {
            return straight(draft, texts.get(user.language(), "process.others.done"));
        }
        return processes
                .find(copied)
                .filter(process -> process.subjectKind().equals(kind))
                .flatMap(process -> routes.newest(process.key()))
                .map(RouteVersion::model)
                .orElseThrow(() -> InvalidInput.at("copy", "platform.problem.choice"));
    }

    /** A name that is wrong is told together with steps that are. */
    private static RouteModel straight(RecordProcessDraft draft, String done) {
        try {
            return StraightPoints.route(draft.steps() == null ? List.of() : draft.steps(), null, 1, done);
        } catch (InvalidInput steps) {
            var problems = new ArrayList<>(Names.problem(draft.name()).stream().toList());
            problems.addAll(steps.problems());
            throw new InvalidInput(problems);
        }
    }
}
