package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks terms against the records they refer to and the rate on record, and values them. */
@Component
class TermsCheck {
    private final References references;
    private final CurrencyRates rates;
    private final Companies companies;
    private final Clock clock;

    TermsCheck(References references, CurrencyRates rates, Companies companies, Clock clock) {
        this.references = references;
        this.rates = rates;
        this.companies = companies;
        this.clock = clock;
    }

    /** Terms found good: what they refer to, and what they are worth. */
    record Checked(References.Found found, Worth worth) {}

    Checked fresh(DealTerms terms, List<@Nullable Long> people, CurrentUser user) {
        var found = references.find(new References.Wanted(List.of(terms), people));
        TermsRules.check(terms, null, found, user);
        return new Checked(found, worth(terms));
    }

    Checked changed(DealTerms before, DealTerms terms, CurrentUser user) {
        var both = Stream.of(before, terms).toList();
        var found = references.find(new References.Wanted(both, List.of()));
        TermsRules.check(terms, before, found, user);
        return new Checked(found, worth(terms));
    }

    private Worth worth(DealTerms terms) {
        var given = terms.rate();
        var own = terms.currency().equals(companies.current().currency());
        var rate = given != null && !own
                ? given
                : rates.on(companies.current().today(clock), terms.currency())
                        .orElseThrow(() -> InvalidInput.at("rate", "deals.error.rate.missing", terms.currency()));
        return new Worth(terms.total(), terms.currency(), rate);
    }
}
