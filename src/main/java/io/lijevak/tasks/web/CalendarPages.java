package io.lijevak.tasks.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.tasks.CalendarEntry;
import io.lijevak.tasks.CalendarLayout;
import io.lijevak.tasks.TaskCalendar;
import io.lijevak.users.CurrentUser;
import io.lijevak.worktime.Absence;
import io.lijevak.worktime.Absences;
import io.lijevak.worktime.Holiday;
import io.lijevak.worktime.WorkingTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together a calendar: days with their working hours, holidays, absences and entries. */
@Component
class CalendarPages {
    private static final int EARLIEST = 8;
    private static final int LATEST = 17;
    private final TaskCalendar tasks;
    private final WorkingTime time;
    private final Absences absences;
    private final Clock clock;

    CalendarPages(TaskCalendar tasks, WorkingTime time, Absences absences, Clock clock) {
        this.tasks = tasks;
        this.time = time;
        this.absences = absences;
        this.clock = clock;
    }

    CalendarPage of(PageLink link, DayOfWeek weekStart, CurrentUser user) {
        var zone = user.timeZone();
        var today = LocalDate.now(clock.withZone(zone));
        var date = date(link.value("date"), today);
        var view = CalendarView.of(link.value("view"));
        var dates = view.days(date, weekStart);
        var person = link.value("whose").equals("team") ? null : person(link.value("person"), user);
        var entries = tasks.between(
                dates.getFirst().atStartOfDay(zone).toInstant(),
                dates.getLast().plusDays(1).atStartOfDay(zone).toInstant(),
                person,
                user);
        var days = days(dates, entries, away(dates, person), zone, date);
        return new CalendarPage(link, view, date, today, days, first(days), last(days));
    }

    private List<CalendarPage.Day> days(
            List<LocalDate> dates, List<CalendarEntry> entries, List<Absence> away, ZoneId zone, LocalDate date) {
        var byDay = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.start().atZone(zone).toLocalDate()));
        var special = time.specialDays(dates.getFirst(), dates.getLast()).stream()
                .collect(Collectors.toMap(Holiday::day, Function.identity()));
        return dates.stream()
                .map(day -> day(day, byDay.getOrDefault(day, List.of()), special, away, zone, date))
                .toList();
    }

    private CalendarPage.Day day(
            LocalDate day,
            List<CalendarEntry> entries,
            Map<LocalDate, Holiday> special,
            List<Absence> away,
            ZoneId zone,
            LocalDate date) {
        var timed = entries.stream().filter(entry -> !entry.allDay()).toList();
        return new CalendarPage.Day(
                day,
                time.hours(day),
                special.get(day),
                away.stream().filter(absence -> absence.covers(day)).toList(),
                entries.stream().filter(CalendarEntry::allDay).toList(),
                CalendarLayout.place(timed, zone),
                !day.getMonth().equals(date.getMonth()));
    }

    private List<Absence> away(List<LocalDate> dates, @Nullable Long person) {
        return person == null ? List.of() : absences.of(List.of(person), dates.getFirst(), dates.getLast());
    }

    /** The hours shown: those people work, and those something stands in. */
    private static int first(List<CalendarPage.Day> days) {
        var earliest = days.stream()
                .flatMap(day -> day.timed().stream())
                .mapToInt(placed -> placed.slot() / 2)
                .min()
                .orElse(EARLIEST);
        var starts = days.stream()
                .map(CalendarPage.Day::hours)
                .filter(hours -> hours != null)
                .mapToInt(hours -> hours.starts().getHour())
                .min()
                .orElse(EARLIEST);
        return Math.min(earliest, starts);
    }

    private static int last(List<CalendarPage.Day> days) {
        var latest = days.stream()
                .flatMap(day -> day.timed().stream())
                .mapToInt(placed -> (placed.slot() + placed.length() + 1) / 2)
                .max()
                .orElse(LATEST);
        var ends = days.stream()
                .map(CalendarPage.Day::hours)
                .filter(hours -> hours != null)
                .mapToInt(hours -> hours.ends().plusMinutes(59).getHour())
                .max()
                .orElse(LATEST);
        return Math.clamp(Math.max(latest, ends + 1), 1, 24);
    }

    private static LocalDate date(String text, LocalDate today) {
        try {
            var date = text.isEmpty() ? today : LocalDate.parse(text);
            return date.getYear() < 1900 || date.getYear() > 2199 ? today : date;
        } catch (DateTimeException unreadable) {
            return today;
        }
    }

    private static Long person(String text, CurrentUser user) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : Long.valueOf(user.id());
    }
}
