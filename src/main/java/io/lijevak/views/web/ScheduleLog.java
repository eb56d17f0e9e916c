package io.lijevak.views.web;

import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import io.lijevak.views.Delivery;
import io.lijevak.views.Recipient;
import io.lijevak.views.Schedule;
import io.lijevak.views.Schedules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A schedule as its page shows it: what was sent to whom, edition by edition. */
public record ScheduleLog(
        Schedule schedule, List<Recipient> recipients, List<Edition> editions, boolean kept, boolean mailSet) {
    /** What was due once, and what became of it. */
    public record Edition(Instant dueAt, int skipped, List<Delivery> deliveries) {}

    static ScheduleLog of(Schedule schedule, Schedules schedules, CurrentUser viewer, boolean mailSet) {
        var editions = new ArrayList<Edition>();
        for (var delivery : schedules.log(schedule, viewer)) {
            if (editions.isEmpty() || !editions.getLast().dueAt().equals(delivery.dueAt())) {
                editions.add(new Edition(delivery.dueAt(), delivery.skipped(), new ArrayList<>()));
            }
            editions.getLast().deliveries().add(delivery);
        }
        return new ScheduleLog(
                schedule, schedules.recipients(schedule), editions, Schedules.isKept(schedule, viewer), mailSet);
    }

    /** Whether the person gets it. */
    public boolean gets(long viewer) {
        return recipients.stream().anyMatch(one -> one.person() == viewer && one.leftAt() == null);
    }

    /** The kind of badge of a state. */
    public String kind(Delivery delivery) {
        return switch (delivery.state()) {
            case SENT -> "won";
            case WAITING, SENDING -> delivery.words() == null ? "" : "warn";
            case LEFT_OUT -> "warn";
            case REFUSED, FAILED -> "danger";
        };
    }

    /** Why it is not there, or not yet; empty when it is. */
    public String why(Ui ui, Delivery delivery) {
        if (delivery.reason() != null) {
            return ui.t("views.delivery.reason." + delivery.reason());
        }
        var words = delivery.words();
        if (words == null) {
            return "";
        }
        return delivery.state() == Delivery.State.WAITING
                ? ui.t("views.delivery.again", words, ui.f().dateTime(delivery.nextTry()))
                : words;
    }
}
