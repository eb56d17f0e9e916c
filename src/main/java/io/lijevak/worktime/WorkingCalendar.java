package io.lijevak.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The arithmetic of working days: a week, the computed holidays of a country, and the days that somebody wrote down. */
final class WorkingCalendar {
    /** No term is longer; a calendar without working days ends the search. */
    private static final int FURTHEST_DAYS = 36_600;

    private final WorkingWeek week;
    private final ZoneId zone;
    private final boolean croatian;
    private final Map<LocalDate, Holiday> written;
    private final Map<Integer, NavigableMap<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    WorkingCalendar(WorkingWeek week, ZoneId zone, boolean croatian, List<Holiday> written) {
        this.week = week;
        this.zone = zone;
        this.croatian = croatian;
        this.written = new TreeMap<>();
        written.forEach(day -> this.written.put(day.day(), day));
    }

    WorkingWeek week() {
        return week;
    }

    ZoneId zone() {
        return zone;
    }

    boolean isWorkingDay(LocalDate day) {
        var special = special(day);
        return special == null ? week.works(day.getDayOfWeek()) : special.working();
    }

    WorkingWeek.@Nullable Hours hours(LocalDate day) {
        return isWorkingDay(day) ? week.hoursOrUsual(day.getDayOfWeek()) : null;
    }

    @Nullable
    Holiday special(LocalDate day) {
        return year(day.getYear()).get(day);
    }

    /** Days that differ from their weekday, both ends included. */
    List<Holiday> between(LocalDate from, LocalDate to) {
        var found = new ArrayList<Holiday>();
        for (var year = from.getYear(); year <= to.getYear(); year++) {
            found.addAll(year(year).subMap(from, true, to, true).values());
        }
        return found;
    }

    /** The end of the working day that many working days after the day of the moment. */
    Instant plusDays(Instant from, int workingDays) {
        var day = from.atZone(zone).toLocalDate();
        var left = workingDays;
        for (var step = 0; step < FURTHEST_DAYS; step++) {
            if (step > 0 && isWorkingDay(day)) {
                left--;
            }
            if (left <= 0 && isWorkingDay(day)) {
                return endOf(day);
            }
            day = day.plusDays(1);
        }
        return endOf(day);
    }

    /** The moment after that many hours of working time; elapsed time counts, also where a clock is changed at night. */
    Instant plusHours(Instant from, int workingHours) {
        var left = Duration.ofHours(workingHours);
        var day = from.atZone(zone).toLocalDate();
        for (var step = 0; step < FURTHEST_DAYS; step++) {
            var hours = hours(day);
            if (hours != null) {
                var starts = later(from, day.atTime(hours.starts()).atZone(zone).toInstant());
                var ends = day.atTime(hours.ends()).atZone(zone).toInstant();
                var open = starts.isBefore(ends) ? Duration.between(starts, ends) : Duration.ZERO;
                if (open.compareTo(left) >= 0) {
                    return starts.plus(left);
                }
                left = left.minus(open);
            }
            day = day.plusDays(1);
        }
        return endOf(day);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Working days after the day of the first moment up to that of the second; negative when it is before. */
    int workingDaysBetween(Instant from, Instant to) {
        var first = from.atZone(zone).toLocalDate();
        var last = to.atZone(zone).toLocalDate();
        return last.isBefore(first) ? -counted(last, first) : counted(first, last);
    }

    Instant endOf(LocalDate day) {
        var hours = week.hoursOrUsual(day.getDayOfWeek());
        return day.atTime(hours.ends()).atZone(zone).toInstant();
    }

    /** By whole weeks and the special days among them, as a term over years is asked for every deal of a list. */
    private int counted(LocalDate after, LocalDate upTo) {
        var days = (int) ChronoUnit.DAYS.between(after, upTo);
        var count = days / 7 * week.days().size();
        for (var rest = 0; rest < days % 7; rest++) {
            count += week.works(upTo.minusDays(rest).getDayOfWeek()) ? 1 : 0;
        }
        if (days > 0) {
            for (var special : between(after.plusDays(1), upTo)) {
                count += difference(special, special.day().getDayOfWeek());
            }
        }
        return count;
    }

    private int difference(Holiday special, DayOfWeek weekday) {
        return (special.working() ? 1 : 0) - (week.works(weekday) ? 1 : 0);
    }

    private NavigableMap<LocalDate, Holiday> year(int year) {
        return years.computeIfAbsent(year, this::make);
    }

    private NavigableMap<LocalDate, Holiday> make(int year) {
        var days = new TreeMap<LocalDate, Holiday>();
        if (croatian) {
            CroatianHolidays.of(year).forEach(holiday -> days.putIfAbsent(holiday.day(), holiday));
        }
        written.values().stream()
                .filter(holiday -> holiday.day().getYear() == year)
                .forEach(holiday -> days.put(holiday.day(), holiday));
        return days;
    }
}
