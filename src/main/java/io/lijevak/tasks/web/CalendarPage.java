package io.lijevak.tasks.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.CalendarEntry;
import io.lijevak.tasks.CalendarLayout;
import io.lijevak.tasks.CalendarLayout.Placed;
import io.lijevak.worktime.Absence;
import io.lijevak.worktime.Holiday;
import io.lijevak.worktime.WorkingWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A day, week or month of a calendar; its whole state stands in the address. */
public record CalendarPage(
        PageLink link, CalendarView view, LocalDate date, LocalDate today, List<Day> days, int first, int last) {
    /** Entries of a day in a month; the rest is a day away. */
    public static final int OF_DAY = 4;

    /** One day: what is worked, why not, and what stands on it. */
    public record Day(
            LocalDate date,
            WorkingWeek.@Nullable Hours hours,
            @Nullable Holiday holiday,
            List<Absence> absences,
            List<CalendarEntry> whole,
            List<Placed> timed,
            boolean outside) {

        public boolean working() {
            return hours != null;
        }

        public int conflicts() {
            return (int) timed.stream().filter(Placed::conflict).count();
        }

        /** Everything of the day in its order, whole-day entries first. */
        public List<CalendarEntry> all() {
            var all = new ArrayList<>(whole);
            timed.forEach(placed -> all.add(placed.entry()));
            return all;
        }
    }

    public List<Integer> hours() {
        return IntStream.range(first, last).boxed().toList();
    }

    /** Half-hour slots from the first hour shown. */
    public int slot(Placed placed) {
        return placed.slot() - first * 60 / CalendarLayout.SLOT_MINUTES;
    }

    public int length(Placed placed) {
        return Math.min(placed.length(), (last - first) * 60 / CalendarLayout.SLOT_MINUTES - slot(placed));
    }

    public int workFrom(WorkingWeek.Hours hours) {
        return Math.max(0, hours.starts().toSecondOfDay() / 1800 - first * 2);
    }

    public int workFor(WorkingWeek.Hours hours) {
        var ends = (hours.ends().toSecondOfDay() + 1799) / 1800 - first * 2;
        return Math.max(1, Math.min(ends, (last - first) * 2) - workFrom(hours));
    }

    public String weekday(Ui ui, LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, ui.locale());
    }

    public String title(Ui ui) {
        return switch (view) {
            case DAY -> ui.day(date);
            case MONTH -> month(ui);
            case WEEK ->
                ui.f().dayAndMonth(days.getFirst().date()) + " – "
                        + ui.f().date(days.getLast().date());
        };
    }

    private String month(Ui ui) {
        var words = ui.f().month(YearMonth.from(date));
        return words.substring(0, 1).toUpperCase(ui.locale()) + words.substring(1);
    }

    public String on(LocalDate day, CalendarView other) {
        return link.with("date", day)
                .with("view", other.name().toLowerCase(java.util.Locale.ROOT))
                .toString();
    }

    public String before() {
        return on(view.step(date, -1), view);
    }

    public String after() {
        return on(view.step(date, 1), view);
    }

    /** The weeks of a month. */
    public List<List<Day>> weeks() {
        return IntStream.range(0, days.size() / 7)
                .mapToObj(week -> days.subList(week * 7, week * 7 + 7))
                .toList();
    }

    /** The moment an entry stands at, as the form that moves it reads it. */
    public static String written(CalendarEntry entry, Ui ui) {
        var at = entry.start().atZone(ui.f().zone());
        return entry.allDay()
                ? at.toLocalDate().toString()
                : at.toLocalDateTime().withSecond(0).withNano(0).toString();
    }
}
