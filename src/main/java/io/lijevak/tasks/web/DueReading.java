package io.lijevak.tasks.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.platform.web.Formats;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.Due;
import io.lijevak.tasks.WhenWords;
import io.lijevak.users.CurrentUser;
import io.lijevak.worktime.WorkingTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads deadlines as people write them, writes them so that they can be read again, and offers the usual ones. */
@Component
class DueReading {
    private final WorkingTime time;
    private final Clock clock;

    DueReading(WorkingTime time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    /** The deadline in a field, null when it is empty; a problem there when it is not understood. */
    @Nullable
    Due read(String field, Form form, FormReader reader, CurrentUser user) {
        var words = form.value(field);
        if (words.isBlank()) {
            return null;
        }
        var due = read(words, user);
        if (due == null) {
            reader.problem(field, "tasks.error.due.words");
        }
        return due;
    }

    /** What the words mean for the user now, null when they are not understood. */
    @Nullable
    Due read(String words, CurrentUser user) {
        return WhenWords.read(words, now(user))
                .map(when -> Due.of(when, user.timeZone()))
                .orElse(null);
    }

    static String written(@Nullable Instant due, boolean allDay, Formats formats) {
        if (due == null) {
            return "";
        }
        return allDay ? formats.date(due) : formats.date(due) + " " + formats.time(due);
    }

    /** The usual moments to move a task to, as values that {@link #read} understands. */
    List<Option> presets(CurrentUser user, Ui ui) {
        var now = now(user);
        var today = now.toLocalDate();
        var presets = new ArrayList<Option>();
        presets.add(new Option("+60min", ui.t("tasks.preset.hour")));
        var tonight = time.endOf(today).atZone(user.timeZone()).toLocalDateTime();
        if (tonight.isAfter(now.toLocalDateTime()) && tonight.toLocalDate().equals(today)) {
            presets.add(new Option(tonight.toString(), ui.t("tasks.preset.today", clock(tonight.toLocalTime()))));
        }
        var next = workingDay(today.plusDays(1));
        presets.add(preset(ui, next));
        presets.add(preset(ui, workingDay(next.plusDays(2))));
        var monday = workingDay(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        presets.add(preset(ui, monday));
        return presets.stream().distinct().toList();
    }

    private Option preset(Ui ui, LocalDate day) {
        var hours = time.hours(day);
        var starts = day.atTime(hours == null ? LocalTime.of(9, 0) : hours.starts());
        var name = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, ui.locale());
        return new Option(starts.toString(), name + " " + ui.f().dayAndMonth(day) + ", " + clock(starts.toLocalTime()));
    }

    private LocalDate workingDay(LocalDate from) {
        var day = from;
        for (var step = 0; step < 60 && !time.isWorkingDay(day); step++) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static String clock(LocalTime time) {
        return "%d:%02d".formatted(time.getHour(), time.getMinute());
    }

    private ZonedDateTime now(CurrentUser user) {
        return clock.instant().atZone(user.timeZone());
    }
}
