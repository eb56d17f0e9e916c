package io.lijevak.deals;

import io.lijevak.worktime.WorkingTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working days by which the database tells when stages of deals are due. */
@Component
class DealDeadlines {
    /** How long a deal may have stood in its stage when a single change looks at it anew; longer ones keep their day. */
    private static final int RECENT_DAYS = 60;

    private static final int AHEAD_DAYS = 800;
    private final JdbcClient jdbc;
    private final WorkingTime time;
    private final Clock clock;

    /**
     * Working days in their order, with the time at which work ends.
     *
     * @param from entries before this moment are not covered
     */
    record Calendar(Instant from, String[] days, String[] ends, String zone) {}

    DealDeadlines(JdbcClient jdbc, WorkingTime time, Clock clock) {
        this.jdbc = jdbc;
        this.time = time;
        this.clock = clock;
    }

    Calendar recent() {
        return since(today().minusDays(RECENT_DAYS));
    }

    /** Covers the entries of all these deals. */
    Calendar covering(List<Long> deals) {
        var earliest = jdbc.sql("""
                select min(entered_at) from stage_visit where outcome = 'OPEN' and deal_id = any(:ids)""")
                .param("ids", deals.toArray(Long[]::new))
                .query(Timestamp.class)
                .optional();
        return since(earliest.map(at -> at.toInstant().atZone(time.zone()).toLocalDate())
                .orElseGet(this::today)
                .minusDays(1));
    }

    /** Covers entries from the day on. */
    Calendar since(LocalDate first) {
        var days = new ArrayList<String>();
        var ends = new ArrayList<String>();
        var last = today().plusDays(AHEAD_DAYS);
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (time.isWorkingDay(day)) {
                days.add(day.toString());
                ends.add(time.endOf(day).atZone(time.zone()).toLocalTime().toString());
            }
        }
        return new Calendar(
                first.atStartOfDay(time.zone()).toInstant(),
                days.toArray(String[]::new),
                ends.toArray(String[]::new),
                time.zone().getId());
    }

    private LocalDate today() {
        return clock.instant().atZone(time.zone()).toLocalDate();
    }
}
