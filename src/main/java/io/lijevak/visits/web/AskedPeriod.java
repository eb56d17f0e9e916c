package io.lijevak.visits.web;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The period of an address; what is left out is that of the last twelve months. */
@Component
class AskedPeriod {
    private final Companies companies;
    private final Clock clock;

    AskedPeriod(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    Period of(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = Objects.requireNonNullElse(to, companies.current().today(clock));
        return new Period(
                Objects.requireNonNullElse(from, Period.lastTwelveMonths(last).from()), last);
    }
}
