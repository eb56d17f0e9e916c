package io.lijevak.tasks;

import io.lijevak.deals.DealId;
import io.lijevak.deals.NextStep;
import io.lijevak.platform.Changes;
import io.lijevak.platform.SearchText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the rows of tasks, and keeps the next step beside their deals. */
@Component
class TaskStore {
    private final JdbcClient jdbc;
    private final NextStep nextStep;
    private final Changes changes;
    private final Clock clock;

    /** A row to be written; a source key says what raised it, so that it is raised once. */
    record Row(
            TaskKind kind,
            TaskDraft draft,
            @Nullable Long author,
            @Nullable Long stage,
            @Nullable String source) {}

    TaskStore(JdbcClient jdbc, NextStep nextStep, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.nextStep = nextStep;
        this.changes = changes;
        this.clock = clock;
    }

    /** The present moment, in the precision of the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The new row, null when its source has raised it before. */
    @Nullable
    TaskId insert(Row row) {
        var draft = row.draft();
        var title = Objects.requireNonNull(draft.title()).strip();
        var due = draft.due();
        var id = jdbc.sql("""
                insert into task (kind, title, search_text, details, source_key, deal_id, customer_id, stage_id,
                  author_id, executor_id, due_at, all_day, minutes, promised_at, important, created_at)
                values (:kind, :title, :search, :details, :source, :deal,
                  coalesce(:customer, (select customer_id from deal where id = :deal)), :stage, :author, :executor,
                  :due, :allDay, :minutes, :promised, :important, :now)
                on conflict (source_key) do nothing returning id""")
                .param("kind", row.kind().name())
                .param("title", title)
                .param("search", SearchText.fold(title))
                .param("details", draft.details())
                .param("source", row.source())
                .param("deal", draft.deal())
                .param("customer", draft.customer())
                .param("stage", row.stage())
                .param("author", row.author())
                .param("executor", draft.executor())
                .param("due", at(due))
                .param("allDay", due == null || due.allDay())
                .param("minutes", draft.minutes())
                .param("promised", row.kind() == TaskKind.ASSIGNMENT ? at(due) : null)
                .param("important", draft.important())
                .param("now", Timestamp.from(now()))
                .query(Long.class)
                .optional();
        id.ifPresent(written -> changed(draft.deal()));
        return id.map(TaskId::new).orElse(null);
    }

    /** Closes the task as done or withdrawn. */
    void close(Task task, TaskState state, @Nullable String result, @Nullable Long by) {
        jdbc.sql("""
                update task set state = :state, result = coalesce(:result, result), closed_at = :now, closed_by = :by,
                  reported_at = coalesce(reported_at, :now), version = version + 1 where id = :id""")
                .param("state", state.name())
                .param("result", result)
                .param("by", by)
                .param("now", Timestamp.from(now()))
                .param("id", task.id().value())
                .update();
        changed(task);
    }

    /** The executor says it is done; its author will check. */
    void report(Task task, @Nullable String result) {
        jdbc.sql("""
                update task set state = 'REPORTED', result = :result, reported_at = :now,
                  accepted_at = coalesce(accepted_at, :now), version = version + 1 where id = :id""")
                .param("result", result)
                .param("now", Timestamp.from(now()))
                .param("id", task.id().value())
                .update();
        changed(task);
    }

    /** Opens a task again; a reason means that it was returned by the one who checked it. */
    void reopen(Task task, @Nullable String reason) {
        jdbc.sql("""
                update task set state = 'OPEN', closed_at = null, closed_by = null, reported_at = null,
                  returns = returns + case when cast(:reason as text) is null then 0 else 1 end,
                  return_reason = coalesce(:reason, return_reason), version = version + 1 where id = :id""").param("reason", reason).param("id", task.id().value()).update();
        changed(task);
    }

    void postpone(Task task, Due due) {
        var before = task.term().due();
        jdbc.sql("""
                update task set due_at = :due, all_day = :allDay, postponements = postponements + :later,
                  version = version + 1 where id = :id""")
                .param("due", Timestamp.from(due.at()))
                .param("allDay", due.allDay())
                .param("later", before != null && due.at().isAfter(before) ? 1 : 0)
                .param("id", task.id().value())
                .update();
        changed(task);
    }

    void accept(Task task) {
        jdbc.sql("update task set accepted_at = coalesce(accepted_at, :now), version = version + 1 where id = :id")
                .param("now", Timestamp.from(now()))
                .param("id", task.id().value())
                .update();
        changed(task);
    }

    /** Tells everybody who looks, and the deal what is planned next. */
    void changed(Task task) {
        changed(task.about().deal() == null ? null : task.about().deal().id());
    }

    void changed(@Nullable Long deal) {
        if (deal == null) {
            changes.touch();
        } else {
            nextStep.refresh(new DealId(deal));
        }
    }

    static @Nullable Timestamp at(@Nullable Due due) {
        return due == null ? null : Timestamp.from(due.at());
    }
}
