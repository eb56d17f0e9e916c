package io.lijevak.worktime;

import io.lijevak.platform.Companies;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Working days and hours of the company, in its time zone; kept in memory until they change. */
@Component
public class WorkingTime {
    /** Another instance's change is noticed after this long. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Companies companies;
    private final Clock clock;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Kept known;

    private record Kept(WorkingCalendar calendar, Instant readAt) {}

    WorkingTime(JdbcClient jdbc, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * The end of the working day that many working days after the day of the moment; with 0 that of the same day, or of
     * the next working day when it is free.
     */
    public Instant plusDays(Instant from, int workingDays) {
        return calendar().plusDays(from, workingDays);
    }

    /** The moment after that many hours of working time, counted in elapsed time from the moment on. */
    public Instant plusHours(Instant from, int workingHours) {
        return calendar().plusHours(from, workingHours);
    }

    /** Working days after the day of the first moment up to that of the second; negative when it is before. */
    public int workingDaysBetween(Instant from, Instant to) {
        return calendar().workingDaysBetween(from, to);
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** From when to when people work on the day, null when it is free. */
    public WorkingWeek.@Nullable Hours hours(LocalDate day) {
        return calendar().hours(day);
    }

    /** The end of the working hours of the day; of a free day as of a usual one. */
    public Instant endOf(LocalDate day) {
        return calendar().endOf(day);
    }

    /** Days that differ from their weekday, both ends included. */
    public List<Holiday> specialDays(LocalDate from, LocalDate to) {
        return calendar().between(from, to);
    }

    public WorkingWeek week() {
        return calendar().week();
    }

    public ZoneId zone() {
        return calendar().zone();
    }

    /** Forgets what was read, when the current transaction commits, or at once without one. */
    public void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forgetNow();
                }
            });
        } else {
            forgetNow();
        }
    }

    private void forgetNow() {
        generation.incrementAndGet();
        known = null;
    }

    private WorkingCalendar calendar() {
        var kept = known;
        var company = companies.current();
        var now = clock.instant();
        if (kept != null
                && kept.calendar.zone().equals(company.timeZone())
                && now.isBefore(kept.readAt.plus(KEPT))
                && !now.isBefore(kept.readAt)) {
            return kept.calendar;
        }
        var before = generation.get();
        var read = new WorkingCalendar(
                readWeek(), company.timeZone(), company.country().equals("HR"), readSpecialDays());
        if (generation.get() == before) {
            known = new Kept(read, now);
        }
        return read;
    }

    private WorkingWeek readWeek() {
        var days = new EnumMap<DayOfWeek, WorkingWeek.Hours>(DayOfWeek.class);
        jdbc.sql("select weekday, starts, ends from working_day").query(row -> {
            days.put(
                    DayOfWeek.of(row.getInt(1)),
                    new WorkingWeek.Hours(row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class)));
        });
        return days.isEmpty() ? WorkingWeek.usual() : new WorkingWeek(days);
    }

    private List<Holiday> readSpecialDays() {
        return jdbc.sql("select day, name, working from special_day")
                .query((row, number) ->
                        new Holiday(row.getObject(1, LocalDate.class), row.getString(2), false, row.getBoolean(3)))
                .list();
    }
}
