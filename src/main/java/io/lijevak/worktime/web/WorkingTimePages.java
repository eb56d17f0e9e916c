package io.lijevak.worktime.web;

import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Form;
import io.lijevak.worktime.WorkingTime;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the settings page of working time. */
@Component
class WorkingTimePages {
    static final String ADDRESS = "/settings/working-time";
    private final WorkingTime time;
    private final Companies companies;
    private final Clock clock;

    WorkingTimePages(WorkingTime time, Companies companies, Clock clock) {
        this.time = time;
        this.companies = companies;
        this.clock = clock;
    }

    WorkingTimePage stored(@Nullable Integer year) {
        return page(WeekForm.of(time.week()), Form.empty(), year);
    }

    /** The page with a week that was refused. */
    WorkingTimePage week(Form week) {
        return page(week, Form.empty(), null);
    }

    /** The page with a holiday or a file that was refused. */
    WorkingTimePage holiday(Form holiday) {
        return page(WeekForm.of(time.week()), holiday, null);
    }

    private WorkingTimePage page(Form week, Form holiday, @Nullable Integer year) {
        var today = companies.current().today(clock);
        var shown = year == null ? today.getYear() : Math.clamp(year, 1900, 2199);
        var days = time.specialDays(LocalDate.of(shown, 1, 1), LocalDate.of(shown, 12, 31));
        return new WorkingTimePage(week, holiday, shown, days);
    }
}
