package io.lijevak.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A telephone number in E.164, such as {@code +385912345678}. */
public record PhoneNumber(String value) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<Integer> CODES = NUMBERS.getSupportedCallingCodes();
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{5,14}");

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
        return E164.matcher(value).matches() ? taken().map(PhoneNumber::spaced).orElse(value) : value;
    }

    /** The parts of a number that is in E.164 already; reading it as if a person had written it takes five times longer. */
    private Optional<Phonenumber.PhoneNumber> taken() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(digits -> value.substring(1, 1 + digits))
                .filter(code -> CODES.contains(Integer.valueOf(code)))
                .findFirst()
                .map(code -> parts(Integer.parseInt(code), value.substring(1 + code.length())));
    }

    private static Phonenumber.PhoneNumber parts(int code, String national) {
        var zeros = national.length() - national.replaceFirst("^0+", "").length();
        var number = new Phonenumber.PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national));
        return zeros == 0 ? number : number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
    }

    private static String spaced(Phonenumber.PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
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
