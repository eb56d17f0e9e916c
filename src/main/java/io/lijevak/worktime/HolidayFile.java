package io.lijevak.worktime;

import io.lijevak.platform.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holidays in a file: an iCalendar (RFC 5545) with events, or a table of two columns, day and name. */
public final class HolidayFile {
    /** A yearly event is written down for so many years. */
    static final int YEARS = 6;

    private static final int MOST = 2_000;
    private static final int LONGEST_NAME = 120;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2}).*");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s*[./]\\s*(\\d{1,2})\\s*[./]\\s*(\\d{4})\\.?");
    private static final Pattern ROW = Pattern.compile("\\s*\"?([^;,\t\"]+)\"?\\s*[;,\t]\\s*\"?([^;\t\"]*)\"?.*");

    private final Map<LocalDate, Holiday> found = new LinkedHashMap<>();

    private HolidayFile() {}

    /** The days a file lists; refuses one in which there are none, naming the line that cannot be read. */
    public static List<Holiday> read(byte[] content) {
        var text = decoded(content);
        var file = new HolidayFile();
        if (text.contains("BEGIN:VCALENDAR")) {
            file.calendar(unfolded(text));
        } else {
            file.table(text);
        }
        if (file.found.isEmpty()) {
            throw InvalidInput.at("file", "worktime.error.file.empty");
        }
        return List.copyOf(file.found.values());
    }

    private void calendar(List<String> lines) {
        Map<String, String> event = null;
        for (var line : lines) {
            if (line.equals("BEGIN:VEVENT")) {
                event = new LinkedHashMap<>();
            } else if (line.equals("END:VEVENT") && event != null) {
                take(event);
                event = null;
            } else if (event != null && line.indexOf(':') > 0) {
                var at = line.indexOf(':');
                event.put(line.substring(0, at).replaceAll(";.*", ""), line.substring(at + 1));
            }
        }
    }

    private void take(Map<String, String> event) {
        var first = day(event.getOrDefault("DTSTART", ""));
        if (first == null) {
            throw InvalidInput.at("file", "worktime.error.file.line", event.getOrDefault("DTSTART", "DTSTART"));
        }
        var end = day(event.getOrDefault("DTEND", ""));
        var name = event.getOrDefault("SUMMARY", "")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\n", " ");
        var yearly = event.getOrDefault("RRULE", "").contains("FREQ=YEARLY");
        for (var year = 0; year < (yearly ? YEARS : 1); year++) {
            var last = end == null || !end.isAfter(first)
                    ? first.plusYears(year)
                    : end.minusDays(1).plusYears(year);
            for (var day = first.plusYears(year); !day.isAfter(last); day = day.plusDays(1)) {
                add(day, name);
            }
        }
    }

    private void table(String text) {
        var number = 0;
        for (var line : text.split("\\R")) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var row = ROW.matcher(line);
            var day = row.matches() ? day(row.group(1)) : null;
            if (day != null) {
                add(day, row.group(2));
            } else if (number > 1) {
                throw InvalidInput.at("file", "worktime.error.file.line", number);
            }
        }
    }

    private void add(LocalDate day, String name) {
        var tidy = name.strip();
        var short_ = tidy.length() > LONGEST_NAME ? tidy.substring(0, LONGEST_NAME) : tidy;
        found.putIfAbsent(day, new Holiday(day, short_.isEmpty() ? day.toString() : short_, false, false));
        if (found.size() > MOST) {
            throw InvalidInput.at("file", "worktime.error.file.long", MOST);
        }
    }

    private static @Nullable LocalDate day(String text) {
        var iso = ISO.matcher(text.strip());
        var dayFirst = DAY_FIRST.matcher(text.strip());
        try {
            if (iso.matches()) {
                return plausible(iso, 1, 2, 3);
            }
            return dayFirst.matches() ? plausible(dayFirst, 3, 2, 1) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate plausible(Matcher match, int year, int month, int day) {
        var date = LocalDate.of(
                Integer.parseInt(match.group(year)),
                Integer.parseInt(match.group(month)),
                Integer.parseInt(match.group(day)));
        return date.getYear() < 1900 || date.getYear() > 2199 ? null : date;
    }

    /** Lines of an iCalendar; one that begins with a blank goes on with the one before. */
    private static List<String> unfolded(String text) {
        var lines = new ArrayList<String>();
        for (var line : text.split("\\R")) {
            if (!lines.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"))) {
                lines.add(lines.removeLast() + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String decoded(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUnicode) {
            return new String(content, Charset.forName("windows-1250"));
        }
    }
}
