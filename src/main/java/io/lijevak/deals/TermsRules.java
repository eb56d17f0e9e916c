package io.lijevak.deals;

import io.lijevak.deals.References.Found;
import io.lijevak.deals.References.Kind;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for the terms of every deal, as pure checks. A reference kept from before may be out of use. */
final class TermsRules {
    private static final int LONGEST_TITLE = 250;
    private static final BigDecimal LARGEST = new BigDecimal("99999999999999999.99");
    private static final Set<String> CURRENCIES = java.util.Currency.getAvailableCurrencies().stream()
            .map(java.util.Currency::getCurrencyCode)
            .collect(java.util.stream.Collectors.toSet());

    private final DealTerms terms;
    private final @Nullable DealTerms before;
    private final Found found;
    private final List<FieldProblem> problems = new ArrayList<>();

    private TermsRules(DealTerms terms, @Nullable DealTerms before, Found found) {
        this.terms = terms;
        this.before = before;
        this.found = found;
    }

    /** Refuses terms that break a rule, every problem at the path of its field. */
    static void check(DealTerms terms, @Nullable DealTerms before, Found found, CurrentUser user) {
        var rules = new TermsRules(terms, before, found);
        rules.checkTitle();
        rules.checkCustomer(user);
        rules.checkSource();
        rules.checkAmount();
        rules.checkLines();
        if (!rules.problems.isEmpty()) {
            throw new InvalidInput(rules.problems);
        }
    }

    private void checkTitle() {
        if (terms.title().isBlank()) {
            refuse("title", "deals.error.title.missing");
        } else if (terms.title().length() > LONGEST_TITLE) {
            refuse("title", "deals.error.title.long", LONGEST_TITLE);
        }
    }

    private void checkCustomer(CurrentUser user) {
        var kept = before != null && Objects.equals(before.customer(), terms.customer());
        var customer = found.get(Kind.CUSTOMER, terms.customer());
        if (terms.customer() != null && !kept) {
            if (customer == null || !user.can(Resource.CUSTOMER, Action.VIEW, customer.owner())) {
                refuse("customer", "deals.error.customer.unknown");
            } else if (!customer.usable()) {
                refuse("customer", "deals.error.customer.archived", customer.name());
            }
        }
        var contact = found.get(Kind.CONTACT, terms.contact());
        if (terms.contact() != null && (contact == null || !Objects.equals(contact.owner(), terms.customer()))) {
            refuse("contact", "deals.error.contact.foreign");
        }
    }

    private void checkSource() {
        var kept = before != null && Objects.equals(before.source(), terms.source());
        var source = found.get(Kind.SOURCE, terms.source());
        if (terms.source() != null && !kept && (source == null || !source.usable())) {
            refuse("source", "deals.error.source.unknown");
        }
    }

    private void checkAmount() {
        if (!CURRENCIES.contains(terms.currency())) {
            refuse("currency", "deals.error.currency.unknown", terms.currency());
        }
        if (terms.amount() != null
                && (terms.amount().signum() < 0 || terms.amount().compareTo(LARGEST) > 0)) {
            refuse("amount", "deals.error.amount.range");
        }
        if (terms.rate() != null && (terms.rate().signum() <= 0 || terms.rate().compareTo(LARGEST) > 0)) {
            refuse("rate", "deals.error.rate.positive");
        }
        var total = terms.total();
        if (!terms.lines().isEmpty() && total != null && total.compareTo(LARGEST) > 0) {
            refuse("amount", "deals.error.amount.range");
        }
    }

    private void checkLines() {
        for (int index = 0; index < terms.lines().size(); index++) {
            var line = terms.lines().get(index);
            var path = "lines[" + index + "].";
            if (found.get(Kind.PRODUCT, line.product()) == null) {
                refuse(path + "product", "deals.error.product.unknown");
            }
            if (line.quantity().signum() <= 0) {
                refuse(path + "quantity", "deals.error.quantity.positive");
            }
            if (line.price().signum() < 0) {
                refuse(path + "price", "deals.error.amount.range");
            }
        }
    }

    private void refuse(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(field, key, arguments));
    }
}
