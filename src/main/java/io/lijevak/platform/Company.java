package io.lijevak.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** The company this installation serves; numbers and dates follow its language's region, periods its time zone. */
public record Company(String name, String language, String country, String currency, ZoneId timeZone) {
    /** The locale whose number and date formats every page uses, whatever language the viewer reads. */
    public Locale region() {
        return Languages.locale(language);
    }

    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(timeZone));
    }
}
