package io.lijevak.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** A telephone number in E.164, such as {@code +385912345678}. */
public record PhoneNumber(String value) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Reads one number in any usual writing; numbers without a country prefix belong to the given country. */
    public static Optional<PhoneNumber> read(String written, String country) {
        try {
            var number = NUMBERS.parse(international(written), country);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The number with the spaces its country uses, such as {@code +385 91 234 5678}. */
    public String readable() {
        try {
            return NUMBERS.format(NUMBERS.parse(value, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return value;
        }
    }

    private static String international(String written) {
        var bare = written.strip();
        return bare.startsWith("00") ? "+" + bare.substring(2) : bare;
    }

    @Override
    public String toString() {
        return value;
    }
}
