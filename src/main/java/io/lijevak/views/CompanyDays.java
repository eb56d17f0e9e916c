package io.lijevak.views;

import io.lijevak.platform.Companies;
import io.lijevak.worktime.WorkingTime;
import org.springframework.stereotype.Component;

/** The company's clock and its working days. */
@Component
class CompanyDays {
    private final Companies companies;
    private final WorkingTime workingTime;

    CompanyDays(Companies companies, WorkingTime workingTime) {
        this.companies = companies;
        this.workingTime = workingTime;
    }

    Rhythm.Days now() {
        return new Rhythm.Days(companies.current().timeZone(), workingTime::isWorkingDay);
    }
}
