package io.lijevak.process;

import io.lijevak.platform.Conflict;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an uploaded BPMN file the next version of an automatic deal type: read into our model, never deployed as it came. */
@Component
public class UploadRoute {
    private final HeldDealType held;
    private final BpmnDictionary dictionary;
    private final Subjects subjects;
    private final NewStepsVersion versions;
    private final DealTypeJournal journal;

    UploadRoute(
            HeldDealType held,
            BpmnDictionary dictionary,
            Subjects subjects,
            NewStepsVersion versions,
            DealTypeJournal journal) {
        this.held = held;
        this.dictionary = dictionary;
        this.subjects = subjects;
        this.versions = versions;
        this.journal = journal;
    }

    /** Refuses a type that is not automatic, a stale version, and a file with anything that is not understood. */
    @Transactional
    public int from(byte[] file, DealTypeId id, int version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var before = held.at(id, version);
        if (before.mode() != DealMode.AUTOMATIC) {
            throw new Conflict("process.error.bpmn.mode");
        }
        var route = BpmnReader.read(file, dictionary.names());
        RouteRules.check(route, subjects.kind(Subject.deal(0)).facts(), "file");
        var next = versions.after(before, steps(before, route), route, user);
        held.touched(id);
        journal.changed(before, held.now(id), user);
        return next;
    }

    private static List<StepDraft> steps(DealType before, RouteModel route) {
        return route.stages().stream()
                .map(stage -> before.step(stage)
                        .map(step -> new StepDraft(stage, step.normDays(), step.probability()))
                        .orElseGet(() -> new StepDraft(stage, null, null)))
                .toList();
    }
}
