package io.lijevak.imports;

import io.lijevak.platform.Languages;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Country names in Croatian, English and Russian, and ISO codes themselves, as ISO 3166 codes. */
final class CountryNames {
    private static final double NEAR = 0.9;
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    static Optional<String> code(String written) {
        var folded = Headings.fold(written);
        var exact = CODES.get(folded);
        if (exact != null || folded.length() < 6) {
            return Optional.ofNullable(exact);
        }
        return CODES.entrySet().stream()
                .filter(entry -> Likeness.of(folded, entry.getKey()) >= NEAR)
                .map(Map.Entry::getValue)
                .distinct()
                .reduce((first, second) -> "");
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            for (var language : Languages.ALL) {
                codes.put(Headings.fold(country.getDisplayCountry(Languages.locale(language))), code);
            }
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        for (var list : Headings.lists("country.")) {
            Headings.words(list).forEach(word -> codes.put(word, list.substring("country.".length())));
        }
        return codes;
    }
}
