package io.lijevak.tasks;

import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a task asks: its words, deadline, length, importance. A new deadline of its author is a new promise. */
@Component
public class ChangeTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskStore store;

    ChangeTask(JdbcClient jdbc, Tasks tasks, TaskAccess access, TaskRules rules, TaskStore store) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.access = access;
        this.rules = rules;
        this.store = store;
    }

    /** Refuses a task that is over, changed meanwhile or asked by a process, and terms that break a rule. */
    @Transactional
    public Map<String, Change> to(TaskDraft draft, TaskId id, int version, CurrentUser user) {
        tasks.require(id, user);
        var task = tasks.hold(id);
        access.requireAuthor(task, user);
        if (!task.isOpen()) {
            throw TaskMoves.over(task);
        }
        if (task.version() != version) {
            throw new StaleVersion();
        }
        var sameDue = draft.due() != null && draft.due().at().equals(task.term().due());
        rules.check(sameDue ? accepted(draft) : draft);
        write(draft, id);
        store.changed(task);
        return changes(task, draft);
    }

    private void write(TaskDraft draft, TaskId id) {
        var title = Objects.requireNonNull(draft.title()).strip();
        jdbc.sql("""
                update task set title = :title, search_text = :search, details = :details, due_at = :due,
                  all_day = :allDay, minutes = :minutes, important = :important,
                  promised_at = case when kind = 'ASSIGNMENT' then cast(:due as timestamptz) end,
                  version = version + 1 where id = :id""")
                .param("title", title)
                .param("search", SearchText.fold(title))
                .param("details", draft.details())
                .param("due", TaskStore.at(draft.due()))
                .param("allDay", draft.due() == null || draft.due().allDay())
                .param("minutes", draft.minutes())
                .param("important", draft.important())
                .param("id", id.value())
                .update();
    }

    private static TaskDraft accepted(TaskDraft draft) {
        return new TaskDraft(
                draft.title(),
                draft.details(),
                draft.deal(),
                draft.customer(),
                draft.executor(),
                draft.due(),
                draft.minutes(),
                draft.important(),
                true);
    }

    private static Map<String, Change> changes(Task before, TaskDraft after) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put("title", new Change(before.title(), after.title()));
        changes.put("details", new Change(before.details(), after.details()));
        changes.put(
                "due",
                new Change(
                        text(before.term().due()),
                        text(after.due() == null ? null : after.due().at())));
        return changes;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
