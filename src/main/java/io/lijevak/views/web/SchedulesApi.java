package io.lijevak.views.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import io.lijevak.views.Delivery;
import io.lijevak.views.KeepSchedules;
import io.lijevak.views.Recipient;
import io.lijevak.views.Rhythm;
import io.lijevak.views.SavedViews;
import io.lijevak.views.Schedule;
import io.lijevak.views.ScheduleDraft;
import io.lijevak.views.Schedules;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sending of views by mail over the API. */
@RestController
class SchedulesApi {
    private final SavedViews views;
    private final Schedules schedules;
    private final KeepSchedules keep;

    SchedulesApi(SavedViews views, Schedules schedules, KeepSchedules keep) {
        this.views = views;
        this.schedules = schedules;
        this.keep = keep;
    }

    record ScheduleList(List<ScheduleJson> items) {}

    /** A schedule; {@code nextDue} is null while it rests. */
    record ScheduleJson(
            long id,
            int version,
            long view,
            long owner,
            Rhythm.Kind rhythm,
            @Nullable Integer day,
            String at,
            boolean pdf,
            boolean xlsx,
            List<Long> recipients,
            @Nullable Instant nextDue) {}

    /**
     * A schedule to be kept: {@code day} of the week (1 = Monday) or of the month, {@code at} by the company's clock as
     * {@code 07:00}; {@code paused} lets it rest.
     */
    record ScheduleBody(
            @Nullable Integer version,
            Rhythm.@Nullable Kind rhythm,
            @Nullable Integer day,
            @Nullable LocalTime at,
            @Nullable Boolean pdf,
            @Nullable Boolean xlsx,
            @Nullable Set<Long> recipients,
            @Nullable Boolean paused) {
        ScheduleDraft draft(CurrentUser user) {
            if (rhythm == null || at == null) {
                throw InvalidInput.at(rhythm == null ? "rhythm" : "at", "platform.problem.required");
            }
            return new ScheduleDraft(
                    new Rhythm(rhythm, rhythm == Rhythm.Kind.WORKDAYS ? null : day, at),
                    Boolean.TRUE.equals(pdf),
                    Boolean.TRUE.equals(xlsx),
                    Objects.requireNonNullElse(recipients, Set.of(user.id())));
        }
    }

    record DeliveryList(List<DeliveryJson> items) {}

    /** What became of an edition for one person. */
    record DeliveryJson(
            long edition,
            Instant dueAt,
            int skipped,
            long person,
            Delivery.State state,
            Delivery.@Nullable Reason reason,
            @Nullable String words,
            @Nullable Instant doneAt) {}

    @GetMapping("/api/v1/views/{id}/schedules")
    @SignedIn
    ScheduleList of(@PathVariable long id, CurrentUser user) {
        return new ScheduleList(schedules.of(views.require(id, user), user).stream()
                .map(this::json)
                .toList());
    }

    @PostMapping("/api/v1/views/{id}/schedules")
    @ResponseStatus(HttpStatus.CREATED)
    @SignedIn
    ScheduleJson plan(@PathVariable long id, @RequestBody ScheduleBody body, CurrentUser user) {
        var planned = keep.plan(id, body.draft(user), user);
        pause(planned, body, user);
        return schedule(planned, user);
    }

    @GetMapping("/api/v1/schedules/{id}")
    @SignedIn
    ScheduleJson schedule(@PathVariable long id, CurrentUser user) {
        return json(schedules.require(id, user));
    }

    @PutMapping("/api/v1/schedules/{id}")
    @SignedIn
    ScheduleJson change(@PathVariable long id, @RequestBody ScheduleBody body, CurrentUser user) {
        var version = InvalidInput.required("version", body.version());
        keep.change(id, version, body.draft(user), user);
        pause(id, body, user);
        return schedule(id, user);
    }

    @DeleteMapping("/api/v1/schedules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void remove(@PathVariable long id, CurrentUser user) {
        keep.remove(id, user);
    }

    /** The newest deliveries, at most 200; to others than those who keep the schedule only their own. */
    @GetMapping("/api/v1/schedules/{id}/deliveries")
    @SignedIn
    DeliveryList deliveries(@PathVariable long id, CurrentUser user) {
        return new DeliveryList(schedules.log(schedules.require(id, user), user).stream()
                .map(one -> new DeliveryJson(
                        one.edition(),
                        one.dueAt(),
                        one.skipped(),
                        one.person(),
                        one.state(),
                        one.reason(),
                        one.words(),
                        one.doneAt()))
                .toList());
    }

    private void pause(long id, ScheduleBody body, CurrentUser user) {
        if (body.paused() == null
                || body.paused() == schedules.require(id, user).rests()) {
            return;
        }
        if (body.paused()) {
            keep.rest(id, user);
        } else {
            keep.resume(id, user);
        }
    }

    private ScheduleJson json(Schedule schedule) {
        return new ScheduleJson(
                schedule.id(),
                schedule.version(),
                schedule.view(),
                schedule.owner(),
                schedule.rhythm(),
                schedule.day(),
                schedule.at().toString(),
                schedule.pdf(),
                schedule.xlsx(),
                schedules.recipients(schedule).stream().map(Recipient::person).toList(),
                schedule.nextDue());
    }
}
