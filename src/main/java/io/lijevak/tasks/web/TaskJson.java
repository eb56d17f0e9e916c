package io.lijevak.tasks.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Named;
import io.lijevak.tasks.Due;
import io.lijevak.tasks.Task;
import io.lijevak.tasks.TaskDraft;
import io.lijevak.tasks.TaskId;
import io.lijevak.tasks.TaskKind;
import io.lijevak.tasks.TaskState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A task as the API answers it. */
record TaskJson(
        TaskId id,
        TaskKind kind,
        TaskState state,
        String title,
        @Nullable String details,
        boolean important,
        @Nullable Named deal,
        @Nullable Named customer,
        @Nullable Named stage,
        boolean fromStage,
        @Nullable About record,
        @Nullable Named author,
        @Nullable Named executor,
        @Nullable Named formerExecutor,
        boolean fellToHead,
        @Nullable Instant due,
        boolean allDay,
        @Nullable Integer minutes,
        @Nullable Instant promised,
        int postponements,
        @Nullable Instant accepted,
        @Nullable Instant reported,
        int returns,
        @Nullable String returnReason,
        @Nullable String result,
        @Nullable Instant closed,
        @Nullable Named closedBy,
        @Nullable Long point,
        int version) {

    /** The record, other than a deal, that the process of a process task is about. */
    record About(String kind, long id, @Nullable String title) {
        static @Nullable About of(Task task) {
            var subject = task.about().subject();
            var link = task.about().record();
            return subject == null ? null : new About(subject.kind(), subject.id(), link == null ? null : link.title());
        }
    }

    /** What is written; a deadline is a moment (ISO 8601) or a day. */
    record Body(
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String details,
            @Nullable Boolean important,
            @Nullable Long deal,
            @Nullable Long customer,
            @Nullable Long executor,
            @Nullable String due,
            @Nullable Integer minutes,
            @Nullable Boolean acceptPast) {

        static Body of(Task task, ZoneId zone) {
            var due = task.term().due();
            var written = due == null
                    ? null
                    : task.term().allDay() ? due.atZone(zone).toLocalDate().toString() : due.toString();
            return new Body(
                    null,
                    task.title(),
                    task.details(),
                    task.important(),
                    task.about().deal() == null ? null : task.about().deal().id(),
                    task.about().customer() == null
                            ? null
                            : task.about().customer().id(),
                    task.executorId(),
                    written,
                    task.term().minutes(),
                    null);
        }

        TaskDraft draft(ZoneId zone) {
            return new TaskDraft(
                    title,
                    details,
                    deal,
                    customer,
                    executor,
                    moment(due, zone),
                    minutes,
                    Boolean.TRUE.equals(important),
                    Boolean.TRUE.equals(acceptPast));
        }
    }

    static @Nullable Due moment(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() == 10
                    ? Due.during(LocalDate.parse(text), zone)
                    : new Due(OffsetDateTime.parse(text).toInstant(), false);
        } catch (DateTimeException unreadable) {
            throw InvalidInput.at("due", "tasks.error.due.iso");
        }
    }

    static TaskJson of(Task task) {
        return new TaskJson(
                task.id(),
                task.kind(),
                task.state(),
                task.title(),
                task.details(),
                task.important(),
                task.about().deal(),
                task.about().customer(),
                task.about().stage(),
                task.about().fromStage(),
                About.of(task),
                task.hands().author(),
                task.hands().executor(),
                task.hands().was(),
                task.hands().fellToHead(),
                task.term().due(),
                task.term().allDay(),
                task.term().minutes(),
                task.term().promised(),
                task.term().postponements(),
                task.course().accepted(),
                task.course().reported(),
                task.course().returns(),
                task.course().returnReason(),
                task.course().result(),
                task.course().closed(),
                task.course().closedBy(),
                task.about().point(),
                task.version());
    }
}
