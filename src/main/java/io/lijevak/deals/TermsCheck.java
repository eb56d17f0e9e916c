package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks terms against the records they refer to and the rate on record, and values them. */
@Component
class TermsCheck {
    private final References references;
    private final CurrencyRates rates;
    private final Companies companies;
    private final TermsProperties properties;
    private final Clock clock;

    TermsCheck(
            References references, CurrencyRates rates, Companies companies, TermsProperties properties, Clock clock) {
        this.references = references;
        this.rates = rates;
        this.companies = companies;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Terms found good, as they are stored: what they refer to, what they are worth, and what is different in their
     * properties.
     */
    record Checked(DealTerms terms, References.Found found, Worth worth, Map<String, AuditTrail.Change> ofProperties) {}

    Checked fresh(DealTerms given, List<@Nullable Long> people, CurrentUser user) {
        var found = references.find(new References.Wanted(List.of(given), people));
        TermsRules.check(given, null, found, user);
        var terms = properties.sound(given, null, user);
        return new Checked(terms, found, worth(terms), properties.changes(null, terms));
    }

    Checked changed(DealTerms before, DealTerms given, CurrentUser user) {
        var both = Stream.of(before, given).toList();
        var found = references.find(new References.Wanted(both, List.of()));
        TermsRules.check(given, before, found, user);
        var terms = properties.sound(given, before, user);
        return new Checked(terms, found, worth(terms), properties.changes(before, terms));
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
