package io.lijevak.process;

import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes changes of a deal type into the audit trail, its steps as words. */
@Component
class DealTypeJournal {
    private final AuditTrail audit;

    DealTypeJournal(AuditTrail audit) {
        this.audit = audit;
    }

    void changed(DealType before, DealType after, CurrentUser user) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put("name", new Change(before.name(), after.name()));
        changes.put("useAllowed", new Change(sign(before.useAllowed()), sign(after.useAllowed())));
        changes.put("steps", new Change(steps(before), steps(after)));
        audit.record(user, "deal_type", before.id().value(), "changed", changes);
    }

    /** What a step says was changed; the new version tells what exactly. */
    void ruled(DealType type, StageId stage, int version, CurrentUser user) {
        var name = type.step(stage).map(Step::name).orElse("?");
        audit.record(
                user,
                "deal_type",
                type.id().value(),
                "changed",
                Map.of("rules", new Change(null, name + ", v" + version)));
    }

    private static String sign(boolean value) {
        return value ? "+" : "−";
    }

    private static String steps(DealType type) {
        return type.steps().stream().map(DealTypeJournal::step).collect(Collectors.joining(" → "));
    }

    private static String step(Step step) {
        var norm = step.normDays() == null ? "" : " " + step.normDays() + " d";
        var probability = step.probability() == null ? "" : " " + step.probability() + " %";
        return step.name() + norm + probability;
    }
}
