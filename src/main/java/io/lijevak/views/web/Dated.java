package io.lijevak.views.web;

import io.lijevak.platform.web.Ui;
import io.lijevak.views.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an edition tells of: its period, and the moment with its time zone.
 *
 * @param at the moment its numbers are of
 */
record Dated(Ui ui, Question question, Instant at) {
    private static final DateTimeFormatter IN_FILE_NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd HHmm", Locale.ROOT);

    /** "1. 11. 2026. – 30. 11. 2026. · As of 28. 11. 2026. 00:00 (Europe/Zagreb)"; without a period the moment alone. */
    String words() {
        var from = day(Question.FROM);
        var to = day(Question.TO);
        var asOf =
                ui.t("platform.print.asOf", ui.f().dateTime(at), ui.f().zone().getId());
        return from == null || to == null
                ? asOf
                : ui.f().date(from) + " – " + ui.f().date(to) + " · " + asOf;
    }

    /** The same for a file: "2026-11-01–2026-11-30, 2026-11-28 0000 Europe-Zagreb". */
    String fileName() {
        var from = day(Question.FROM);
        var to = day(Question.TO);
        var zone = ui.f().zone();
        var moment = IN_FILE_NAME.format(at.atZone(zone)) + " " + zone.getId().replace('/', '-');
        return from == null || to == null ? moment : from + "–" + to + ", " + moment;
    }

    private @Nullable LocalDate day(String name) {
        try {
            var day = question.value(name);
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
