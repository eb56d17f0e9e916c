package io.lijevak.operations.web;

import com.ibm.icu.text.Collator;
import io.lijevak.platform.web.Option;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be chosen on the first-run page, in the reader's language and order. */
final class FirstRunForm {
    private static final String CURRENCIES = "EUR USD GBP CHF BAM RSD MKD ALL HUF CZK PLN RON SEK NOK DKK ISK TRY UAH"
            + " RUB BYN KZT GEL AMD AZN UZS MDL CNY JPY INR AED ILS CAD AUD NZD BRL ZAR";
    private static final String CONTINENTS = "(Europe|Asia|America|Africa|Australia|Pacific|Atlantic|Indian)/.+|UTC";

    private FirstRunForm() {}

    static List<Option> countries(Locale reader) {
        return sorted(
                Stream.of(Locale.getISOCountries())
                        .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(reader))),
                reader);
    }

    static List<Option> currencies(Locale reader) {
        return Stream.of(CURRENCIES.split(" "))
                .map(code -> new Option(
                        code, code + ", " + Currency.getInstance(code).getDisplayName(reader)))
                .toList();
    }

    static List<Option> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.matches(CONTINENTS))
                .sorted()
                .map(name -> new Option(name, name.replace('_', ' ')))
                .toList();
    }

    private static List<Option> sorted(Stream<Option> options, Locale reader) {
        var order = Collator.getInstance(reader);
        return options.sorted(Comparator.comparing(Option::label, order::compare))
                .toList();
    }
}
