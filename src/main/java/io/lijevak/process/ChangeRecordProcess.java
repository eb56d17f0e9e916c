package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the next version of a process about records other than deals; what runs goes on along its own version. */
@Component
public class ChangeRecordProcess {
    private static final int NAME = 120;
    private static final int INSTRUCTION = 4_000;
    private final RecordProcesses processes;
    private final Routes routes;
    private final BpmnDictionary dictionary;
    private final Subjects subjects;
    private final AuditTrail audit;

    ChangeRecordProcess(
            RecordProcesses processes, Routes routes, BpmnDictionary dictionary, Subjects subjects, AuditTrail audit) {
        this.processes = processes;
        this.routes = routes;
        this.dictionary = dictionary;
        this.subjects = subjects;
        this.audit = audit;
    }

    /** What people may settle at a point without drawing the route anew; the addressee as {@link Addressee} is written. */
    public record PointDraft(
            String name,
            @Nullable String addressee,
            @Nullable Integer normDays,
            @Nullable String instruction) {}

    /** The route of an uploaded BPMN file; refuses a stale version, and a file with anything that is not understood. */
    @Transactional
    public int upload(byte[] file, String key, int version, CurrentUser user) {
        var process = present(key, version, user);
        var route = BpmnReader.read(file, dictionary.names().withoutStages());
        RouteRules.check(route, subjects.kind(process.subjectKind()).facts(), "file");
        return next(process, route, new Change(null, "BPMN, v" + (version + 1)), user);
    }

    /** The same route with a point settled otherwise. */
    @Transactional
    public int point(String key, String node, int version, PointDraft draft, CurrentUser user) {
        var process = present(key, version, user);
        check(draft);
        var before = routes.find(key, version).orElseThrow().model();
        var old = before.find(node)
                .filter(each -> each.kind() == RouteModel.Kind.POINT)
                .orElseThrow(() -> new RecordNotFound("point", node));
        var changed = new RouteModel.Node(
                old.id(),
                old.kind(),
                draft.name().strip(),
                old.stage(),
                draft.addressee(),
                old.pauseDays(),
                draft.normDays(),
                draft.instruction());
        if (changed.equals(old)) {
            return version;
        }
        var nodes = before.nodes().stream()
                .map(each -> each.id().equals(node) ? changed : each)
                .toList();
        return next(process, new RouteModel(nodes, before.flows()), new Change(words(old), words(changed)), user);
    }

    private void check(PointDraft draft) {
        var problems = new ArrayList<FieldProblem>();
        if (draft.name().isBlank() || draft.name().strip().length() > NAME) {
            problems.add(new FieldProblem("name", "process.error.point.name", NAME));
        }
        if (draft.addressee() != null && !dictionary.names().isAddressee(draft.addressee())) {
            problems.add(new FieldProblem("addressee", "platform.problem.choice"));
        }
        if (draft.normDays() != null && (draft.normDays() < 1 || draft.normDays() > 9_999)) {
            problems.add(new FieldProblem("normDays", "process.error.point.norm"));
        }
        if (draft.instruction() != null && draft.instruction().length() > INSTRUCTION) {
            problems.add(new FieldProblem("instruction", "process.error.point.instruction", INSTRUCTION));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private RecordProcess present(String key, int version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var process = processes.hold(key);
        if (process.version() != version) {
            throw new StaleVersion();
        }
        return process;
    }

    private int next(RecordProcess process, RouteModel route, Change change, CurrentUser user) {
        var written = routes.write(process.key(), process.version() + 1, null, route);
        audit.record(user, "route", written.id(), "changed", Map.of(process.name(), change));
        return written.version();
    }

    private static String words(RouteModel.Node node) {
        return node.name()
                + (node.addressee() == null ? "" : ", " + node.addressee())
                + (node.normDays() == null ? "" : ", " + node.normDays() + " d")
                + (node.instruction() == null ? "" : ": " + node.instruction());
    }
}
