package io.lijevak.customers;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The countries of the world by their ISO 3166 codes. */
public final class Countries {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** A country: its code and its name in the reader's language. */
    public record Country(String code, String name) {}

    public static boolean known(String code) {
        return CODES.contains(code);
    }

    public static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }

    /** All countries, sorted by their names in the reader's language. */
    public static List<Country> all(Locale language) {
        var order = Collator.getInstance(language);
        return CODES.stream()
                .map(code -> new Country(code, name(code, language)))
                .sorted(Comparator.comparing(Country::name, order::compare))
                .toList();
    }
}
