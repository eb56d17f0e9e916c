package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes name, use and steps of a process about other records; other steps than before are its next version. */
@Component
public class SettleRecordProcess {
    private final RecordProcesses processes;
    private final RecordProcessRows rows;
    private final Routes routes;
    private final AuditTrail audit;

    SettleRecordProcess(RecordProcesses processes, RecordProcessRows rows, Routes routes, AuditTrail audit) {
        this.processes = processes;
        this.rows = rows;
        this.routes = routes;
        this.audit = audit;
    }

    /** Refuses a stale revision, leaving no default process, and steps for a route that has more than points in a line. */
    @Transactional
    public void to(String key, int revision, RecordProcessDraft draft, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var before = processes.hold(key);
        if (before.revision() != revision) {
            throw new StaleVersion();
        }
        if (before.byDefault() && !draft.byDefault()) {
            throw InvalidInput.at("byDefault", "process.error.process.byDefault");
        }
        var changes = new LinkedHashMap<String, Change>();
        if (draft.steps() != null) {
            lead(before, draft.steps(), changes);
        }
        rows.update(before, draft);
        var after = processes.require(key);
        changes.put("name", new Change(before.name(), after.name()));
        changes.put("useAllowed", new Change(sign(before.useAllowed()), sign(after.useAllowed())));
        changes.put("byDefault", new Change(sign(before.byDefault()), sign(after.byDefault())));
        audit.record(user, "route", routes.newest(key).orElseThrow().id(), "changed", changes);
    }

    private void lead(RecordProcess process, List<String> steps, LinkedHashMap<String, Change> changes) {
        var before = routes.newest(process.key()).orElseThrow().model();
        var names =
                StraightPoints.names(before).orElseThrow(() -> InvalidInput.at("steps", "process.error.process.drawn"));
        var next = process.version() + 1;
        var route = StraightPoints.route(steps, before, next, "");
        var after = StraightPoints.names(route).orElseThrow();
        if (!Objects.equals(names, after)) {
            routes.write(process.key(), next, null, route);
            changes.put("steps", new Change(String.join(" → ", names), String.join(" → ", after)));
        }
    }

    private static String sign(boolean value) {
        return value ? "+" : "−";
    }
}
