package io.lijevak.views;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.NamedPeriod;
import io.lijevak.platform.Period;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.Viewer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The pages whose questions can be kept, and what is kept of a question. */
@Component
public class ViewPages {
    private final List<ViewPage> pages;
    private final Companies companies;
    private final Clock clock;

    ViewPages(List<ViewPage> pages, Companies companies, Clock clock) {
        this.pages = pages.stream()
                .sorted((one, other) -> one.address().compareTo(other.address()))
                .toList();
        this.companies = companies;
        this.clock = clock;
    }

    /** A question as it is stored: its parameters, the named period that takes the place of its days, whether they stay. */
    record Kept(Question question, @Nullable String period, ViewDays days) {}

    public LocalDate today() {
        return companies.current().today(clock);
    }

    /** The page at the address. */
    public Optional<ViewPage> find(String address) {
        return pages.stream().filter(page -> page.address().equals(address)).findFirst();
    }

    /** The page at the address, refused to those who may not open it. */
    public ViewPage require(String address, Viewer viewer) {
        var page = find(address).orElseThrow(() -> new RecordNotFound("page", address));
        if (!page.visible().test(viewer)) {
            throw new AccessDeniedException(address);
        }
        return page;
    }

    /** Whether there still is such a page, and the viewer may open it. */
    public boolean isOpen(String address, Viewer viewer) {
        return find(address).filter(page -> page.visible().test(viewer)).isPresent();
    }

    /** The named period that the days of a question have today; null when they have none, or it cannot be read. */
    public @Nullable NamedPeriod period(ViewPage page, Question asked, Viewer viewer) {
        try {
            return page.days() == ViewPage.Days.NONE
                    ? null
                    : period(Question.from(page.settling().settle(asked.parameters(), viewer)));
        } catch (InvalidInput unreadable) {
            return null;
        }
    }

    private @Nullable NamedPeriod period(Question question) {
        return days(question).flatMap(days -> NamedPeriod.naming(days, today())).orElse(null);
    }

    /**
     * Says everything that the page would choose by itself; fixed days name the moment too, where the page knows one. Of a
     * past day nothing moves.
     */
    Kept settle(ViewPage page, Question asked, ViewDays days, Viewer viewer) {
        var settled = Question.from(page.settling().settle(asked.parameters(), viewer));
        if (page.days() == ViewPage.Days.NONE) {
            return new Kept(settled, null, days);
        }
        if (settled.day() != null) {
            return new Kept(settled, null, ViewDays.FIXED);
        }
        if (days == ViewDays.FIXED) {
            var dated = page.days() == ViewPage.Days.PERIOD
                    ? settled
                    : settled.with(Question.AS_OF, today()).with(Question.KNOWN, "then");
            return new Kept(dated, null, days);
        }
        var period = period(settled);
        return period == null
                ? new Kept(settled, null, days)
                : new Kept(settled.without(Question.FROM).without(Question.TO), period.word(), days);
    }

    private static Optional<Period> days(Question question) {
        var from = question.value(Question.FROM);
        var to = question.value(Question.TO);
        if (from == null || to == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Period(LocalDate.parse(from), LocalDate.parse(to)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
