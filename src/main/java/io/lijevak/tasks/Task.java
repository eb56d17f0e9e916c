package io.lijevak.tasks;

import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.process.Subject;
import io.lijevak.process.SubjectNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A task as lists and its page show it. */
public record Task(
        TaskId id,
        TaskKind kind,
        TaskState state,
        String title,
        @Nullable String details,
        boolean important,
        About about,
        Hands hands,
        Term term,
        Course course,
        int version) {

    /**
     * What the task is about.
     *
     * @param form where it is completed when not in its own form
     * @param fromStage whether its stage planned it when the deal came there
     * @param record what its process is about, of other records than deals
     */
    public record About(
            @Nullable Long point,
            @Nullable String form,
            boolean fromStage,
            @Nullable Named deal,
            boolean dealOpen,
            @Nullable Money amount,
            @Nullable Named customer,
            @Nullable Named stage,
            @Nullable Subject subject,
            SubjectNames.@Nullable Link record) {

        About called(SubjectNames.@Nullable Link record) {
            return new About(point, form, fromStage, deal, dealOpen, amount, customer, stage, subject, record);
        }
    }

    /** Whose it is; {@code was} had it before it went to the head. */
    public record Hands(
            @Nullable Named author,
            @Nullable Named executor,
            @Nullable Named was,
            boolean fellToHead) {}

    /** When it is due, how long it takes; the promise is the deadline its author gave. */
    public record Term(
            @Nullable Instant due,
            boolean allDay,
            @Nullable Integer minutes,
            @Nullable Instant promised,
            int postponements) {}

    /** What happened to it. */
    public record Course(
            Instant created,
            @Nullable Instant accepted,
            @Nullable Instant reported,
            int returns,
            @Nullable String returnReason,
            @Nullable String result,
            @Nullable Instant closed,
            @Nullable Named closedBy) {}

    /** The same task, with what the record of its process is called. */
    Task about(SubjectNames.@Nullable Link record) {
        return new Task(id, kind, state, title, details, important, about.called(record), hands, term, course, version);
    }

    public boolean isOpen() {
        return state == TaskState.OPEN;
    }

    public boolean isOver() {
        return state == TaskState.DONE || state == TaskState.WITHDRAWN;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && term.due() != null && term.due().isBefore(now);
    }

    /** Whether it is due on the day or before. */
    public boolean isDueBy(LocalDate day, ZoneId zone) {
        return term.due() != null && !term.due().atZone(zone).toLocalDate().isAfter(day);
    }

    public @Nullable Long executorId() {
        return hands.executor() == null ? null : hands.executor().id();
    }

    public @Nullable Long authorId() {
        return hands.author() == null ? null : hands.author().id();
    }

    /** Whether somebody else than its executor gave it and will check it. */
    public boolean isChecked() {
        return kind == TaskKind.ASSIGNMENT && authorId() != null && !authorId().equals(executorId());
    }

    /** Where it is completed: a process task in the form of its process. */
    public String completionHref() {
        return "/tasks/" + id + "/completion";
    }
}
