package io.lijevak.funnel.web;

import io.lijevak.platform.Companies;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The day it is for the company. */
@Component
class CompanyDay {
    private final Companies companies;
    private final Clock clock;

    CompanyDay(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    LocalDate today() {
        return companies.current().today(clock);
    }
}
