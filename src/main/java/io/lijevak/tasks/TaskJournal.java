package io.lijevak.tasks;

import io.lijevak.platform.Named;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what happened to a task. */
@Component
class TaskJournal {
    static final String KIND = "task";
    private final AuditTrail audit;

    TaskJournal(AuditTrail audit) {
        this.audit = audit;
    }

    void write(CurrentUser user, TaskId task, String action, Map<String, Change> changes) {
        audit.record(user, KIND, task.value(), action, changes);
    }

    static Map<String, Change> change(String field, @Nullable Object before, @Nullable Object after) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put(field, new Change(text(before), text(after)));
        return changes;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Named named -> named.name();
            case Instant at -> at.toString();
            default -> value.toString();
        };
    }
}
