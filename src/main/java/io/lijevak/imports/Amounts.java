package io.lijevak.imports;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Currencies of rows. */
final class Amounts {
    private static final Map<String, String> SIGNS = Map.of(
            "€", "EUR", "$", "USD", "£", "GBP", "₽", "RUB", "KN", "HRK", "РУБ", "RUB", "РУБ.", "RUB", "US$", "USD");

    private Amounts() {}

    /** The row's currency, else the one of all rows, else the company's; null, with a problem, when it is none. */
    static @Nullable String currency(RowFields fields, Job job) {
        var given = fields.text(Field.CURRENCY);
        if (given == null) {
            var general = job.options().currency();
            return general == null ? job.company().currency() : general;
        }
        var upper = given.toUpperCase(Locale.ROOT);
        var code = SIGNS.getOrDefault(upper, upper);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            fields.problems().add(RowProblem.error(fields.heading(Field.CURRENCY), "currency", given));
            return null;
        }
    }
}
