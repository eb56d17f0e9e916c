package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealTypeDraft.StepDraft;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a deal type; other steps than before become its next version, which deals follow at their next move. */
@Component
public class ChangeDealType {
    private final JdbcClient jdbc;
    private final HeldDealType held;
    private final NewStepsVersion versions;
    private final StageUse use;
    private final DealTypeJournal journal;

    ChangeDealType(
            JdbcClient jdbc, HeldDealType held, NewStepsVersion versions, StageUse use, DealTypeJournal journal) {
        this.jdbc = jdbc;
        this.held = held;
        this.versions = versions;
        this.use = use;
        this.journal = journal;
    }

    /** Refuses a change of the mode, a stale version, and taking away a stage where deals stand. */
    @Transactional
    public void to(DealTypeId id, int version, DealTypeDraft draft, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var before = held.at(id, version);
        check(before, draft);
        if (!drafts(before).equals(draft.steps())) {
            versions.after(before, draft.steps(), null, user);
        }
        update(id, Names.required(draft.name()), draft.useAllowed());
        journal.changed(before, held.now(id), user);
    }

    private void check(DealType before, DealTypeDraft draft) {
        if (draft.mode() != before.mode()) {
            throw InvalidInput.at("mode", "process.error.type.mode");
        }
        DealTypeRules.check(draft, usable(before));
        if (before.mode() == DealMode.AUTOMATIC) {
            return; // running deals finish on their version, or are migrated
        }
        var kept = draft.steps().stream().map(StepDraft::stage).collect(Collectors.toSet());
        for (var step : before.steps()) {
            var open = kept.contains(step.stage()) ? 0 : use.openDeals(before.id(), step.stage());
            if (open > 0) {
                throw new InvalidInput(
                        List.of(new FieldProblem("steps", "process.error.step.occupied", step.name(), open)));
            }
        }
    }

    private Set<StageId> usable(DealType before) {
        var usable = jdbc.sql("select id from stage where retired_at is null").query(Long.class).list().stream()
                .map(StageId::new)
                .collect(Collectors.toSet());
        before.steps().forEach(step -> usable.add(step.stage()));
        return usable;
    }

    private void update(DealTypeId id, String name, boolean useAllowed) {
        try {
            jdbc.sql("""
                    update deal_type set name = :name, use_allowed = :use, version = version + 1
                    where id = :id""")
                    .param("name", name)
                    .param("use", useAllowed)
                    .param("id", id.value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw InvalidInput.at("name", "process.error.type.taken", name);
        }
    }

    private static List<StepDraft> drafts(DealType type) {
        return type.steps().stream()
                .map(step -> new StepDraft(step.stage(), step.normDays(), step.probability()))
                .toList();
    }
}
