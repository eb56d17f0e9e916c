package io.lijevak.customers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in lower case; whether somebody reads it only a mail can tell. */
public record EmailAddress(String value) {
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@<>()\\[\\],;:\"\\\\\\p{Cntrl}]{1,64}@[^\\s@<>()\\[\\],;:\"\\\\\\p{Cntrl}]+\\.[\\p{L}\\p{N}-]{2,}");
    private static final int LONGEST = 254;

    public static Optional<EmailAddress> read(String written) {
        var bare = written.strip().toLowerCase(Locale.ROOT);
        var sound = bare.length() <= LONGEST && SHAPE.matcher(bare).matches() && !bare.contains("..");
        return sound ? Optional.of(new EmailAddress(bare)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
