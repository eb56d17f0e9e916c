package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The day it is for the company, and periods that begin from it. */
@Component
class Today {
    private final Companies companies;
    private final Clock clock;

    Today(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    Company company() {
        return companies.current();
    }

    LocalDate day() {
        return company().today(clock);
    }

    /** The day that a list or board looks at. */
    PastDay past(PageLink link) {
        return PastDay.of(link.without("next", "from", "quick"), day(), List.of());
    }

    /** The address without what only the present tells, when it asks of a past day. */
    PageLink kept(PageLink link) {
        return PastDay.of(link, day(), List.of()).kept(DealFilter.ofNow(link.parameters()));
    }

    /** The days of the address, the last twelve months where they cannot be read. */
    Period period(Map<String, String> parameters) {
        var days = DealFilter.of(Map.of(
                        "closedFrom", parameters.getOrDefault("from", ""),
                        "closedTo", parameters.getOrDefault("to", "")))
                .closed();
        return days.from() == null || days.to() == null || days.to().isBefore(days.from())
                ? Period.lastTwelveMonths(companies.current().today(clock))
                : new Period(days.from(), days.to());
    }
}
