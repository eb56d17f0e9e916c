package io.lijevak.customers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A tax number as its country writes it, without the country's prefix, checked by the country's own rule. */
public record TaxNumber(String country, String value) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0./-]+");
    private static final Pattern GENERIC = Pattern.compile("[\\p{Lu}\\p{Nd}]{4,20}");

    /** Reads a number with or without spaces and prefix; empty when the country's rule refuses it. */
    public static Optional<TaxNumber> read(String country, String written) {
        var bare = SEPARATORS.matcher(written.strip().toUpperCase(Locale.ROOT)).replaceAll("");
        var value = bare.startsWith(country) ? bare.substring(country.length()) : bare;
        return sound(country, value) ? Optional.of(new TaxNumber(country, value)) : Optional.empty();
    }

    private static boolean sound(String country, String value) {
        return switch (country) {
            case "HR" -> digits(value, 11) && modulo11And10(value);
            case "RS" -> digits(value, 9) && modulo11And10(value);
            case "SI" -> digits(value, 8) && value.charAt(0) != '0' && slovenian(value);
            case "BA" -> digits(value, 12) || digits(value, 13);
            case "RU" -> digits(value, 10) ? russian10(value) : digits(value, 12) && russian12(value);
            default -> GENERIC.matcher(value).matches();
        };
    }

    private static boolean digits(String value, int count) {
        return value.length() == count && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** ISO 7064 MOD 11,10: the check digit of the Croatian OIB and the Serbian PIB. */
    private static boolean modulo11And10(String value) {
        var remainder = 10;
        for (var i = 0; i < value.length() - 1; i++) {
            var sum = (value.charAt(i) - '0' + remainder) % 10;
            remainder = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - remainder) % 10 == last(value);
    }

    private static boolean slovenian(String value) {
        var check = 11 - weighted(value, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == last(value);
    }

    private static boolean russian10(String value) {
        return weighted(value, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == last(value);
    }

    private static boolean russian12(String value) {
        return weighted(value, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == value.charAt(10) - '0'
                && weighted(value, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == last(value);
    }

    private static int weighted(String value, int... weights) {
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += weights[i] * (value.charAt(i) - '0');
        }
        return sum;
    }

    private static int last(String value) {
        return value.charAt(value.length() - 1) - '0';
    }
}
