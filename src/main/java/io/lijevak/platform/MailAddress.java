package io.lijevak.platform;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of a setting, alone or behind a name: {@code crm@galeb.hr}, {@code Galeb <crm@galeb.hr>}.
 *
 * @param name empty without one
 */
public record MailAddress(String name, String address) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\"?(?<name>[^<>\"\\p{Cntrl}]*?)\"?\\s*<)?(?<address>[^<>@\\s]+@[^<>@\\s]+)(?<end>>?)");

    /** Reads it; what cannot be read is empty. */
    public static MailAddress of(String text) {
        return read(text).orElse(new MailAddress("", ""));
    }

    static Optional<MailAddress> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()
                || (written.group("name") == null) != written.group("end").isEmpty()) {
            return Optional.empty();
        }
        var name = written.group("name");
        return Optional.of(new MailAddress(name == null ? "" : name.strip(), written.group("address")));
    }
}
