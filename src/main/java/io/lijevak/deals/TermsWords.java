package io.lijevak.deals;

import io.lijevak.deals.References.Kind;
import io.lijevak.users.AuditTrail.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms as words by field, for the audit trail. */
record TermsWords(Map<String, String> byField) {
    static final TermsWords NOTHING = new TermsWords(Map.of());

    static TermsWords of(TermsCheck.Checked checked) {
        return of(checked.terms(), checked.worth(), checked.found());
    }

    static TermsWords of(DealTerms terms, Worth worth, References.Found found) {
        var words = new LinkedHashMap<String, String>();
        put(words, "title", terms.title());
        put(words, "customer", found.name(Kind.CUSTOMER, terms.customer()));
        put(words, "contact", found.name(Kind.CONTACT, terms.contact()));
        put(words, "source", found.name(Kind.SOURCE, terms.source()));
        put(words, "expectedClose", terms.expectedClose());
        put(words, "amount", Words.money(worth));
        put(words, "rate", Words.number(worth.rate()));
        put(words, "lines", lines(terms, found));
        return new TermsWords(words);
    }

    /** What is different from the words before. */
    Map<String, Change> since(TermsWords before) {
        var changes = new LinkedHashMap<String, Change>();
        before.byField().forEach((field, text) -> changes.put(field, new Change(text, byField.get(field))));
        byField.forEach((field, text) -> changes.putIfAbsent(field, new Change(null, text)));
        return changes;
    }

    private static @Nullable String lines(DealTerms terms, References.Found found) {
        return terms.lines().isEmpty()
                ? null
                : terms.lines().stream()
                        .map(line -> found.name(Kind.PRODUCT, line.product()) + " " + Words.number(line.quantity())
                                + " × " + line.price().toPlainString())
                        .collect(Collectors.joining("; "));
    }

    private static void put(Map<String, String> words, String field, @Nullable Object value) {
        if (value != null) {
            words.put(field, value.toString());
        }
    }
}
