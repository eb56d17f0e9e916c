package io.lijevak.tasks;

import io.lijevak.platform.SearchText;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when something is due the way people say it in Croatian, English and Russian: "tom 10", "sri 9:30", "завтра 10",
 * "+3d", "12. 12. 14:30". A weekday is the next one after today; a time alone is today's, or tomorrow's when it is over.
 */
public final class WhenWords {
    private static final Pattern FULL_DATE = Pattern.compile("(\\d{1,2})[./]\\s*(\\d{1,2})[./]\\s*(\\d{4})\\.?");
    private static final Pattern SHORT_DATE = Pattern.compile("(\\d{1,2})\\.\\s*(\\d{1,2})\\.(?=\\s|$)");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:t(\\d{2}):(\\d{2})(?::\\d{2})?)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[./](\\d{1,2})\\.?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(h|ч|am|pm)?");
    private static final Pattern OFFSET =
            Pattern.compile("(?:\\+|in |za |через )\\s*(\\d{1,3})?\\s*(\\p{L}+)(?: (.*))?");
    private static final Pattern BARE_OFFSET = Pattern.compile("(\\d{1,3})\\s?(d|w|t|tj|д|н)(?: (.*))?");

    private final ZonedDateTime now;
    private @Nullable LocalDate day;
    private @Nullable LocalTime time;
    private boolean next;

    /** A day, with a time when one was said. */
    public record When(LocalDate day, @Nullable LocalTime time) {}

    private WhenWords(ZonedDateTime now) {
        this.now = now;
    }

    /** What the words mean at that moment by the clock of the reader; empty when they are not understood. */
    public static Optional<When> read(String words, ZonedDateTime now) {
        var folded = SearchText.fold(words).replace(',', ' ').replace("\u00a0", " ");
        var dated = SHORT_DATE
                .matcher(FULL_DATE.matcher(folded).replaceAll("$1.$2.$3"))
                .replaceAll("$1/$2");
        var text = dated.replaceAll("\\s+", " ").strip();
        try {
            return text.isEmpty() ? Optional.empty() : new WhenWords(now).all(text);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private Optional<When> all(String text) {
        var offset = OFFSET.matcher(text);
        var bare = BARE_OFFSET.matcher(text);
        if (offset.matches()) {
            return later(offset.group(1), offset.group(2), offset.group(3));
        }
        return bare.matches() ? later(bare.group(1), bare.group(2), bare.group(3)) : tokens(text);
    }

    private Optional<When> later(@Nullable String count, String word, @Nullable String rest) {
        if (count == null && word.equals("a") && rest != null) {
            return later("1", rest, null);
        }
        var unit = DayWords.unit(word).orElse(null);
        if (unit == null) {
            return Optional.empty();
        }
        var moment = now.plus(count == null ? 1 : Integer.parseInt(count), unit);
        if (unit == ChronoUnit.MINUTES || unit == ChronoUnit.HOURS) {
            return rest == null
                    ? Optional.of(
                            new When(moment.toLocalDate(), moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES)))
                    : Optional.empty();
        }
        day = moment.toLocalDate();
        return rest == null ? Optional.of(new When(day, null)) : tokens(rest);
    }

    private Optional<When> tokens(String text) {
        for (var token : List.of(text.split(" "))) {
            if (!DayWords.FILLERS.contains(token) && !understood(token)) {
                return Optional.empty();
            }
        }
        if (day == null && time == null) {
            return Optional.empty();
        }
        return Optional.of(new When(day == null ? dayOf(time) : day, time));
    }

    private LocalDate dayOf(@Nullable LocalTime said) {
        var today = now.toLocalDate();
        return said != null && !said.isAfter(now.toLocalTime()) ? today.plusDays(1) : today;
    }

    private boolean understood(String token) {
        if (DayWords.isNext(token)) {
            next = true;
            return day == null;
        }
        var found = dayIn(token);
        if (found != null) {
            var first = day == null;
            day = found;
            return first;
        }
        var said = timeIn(token);
        if (said != null) {
            var first = time == null;
            time = said;
            return first;
        }
        return false;
    }

    private @Nullable LocalDate dayIn(String token) {
        var today = now.toLocalDate();
        var iso = ISO.matcher(token);
        if (iso.matches()) {
            time = iso.group(4) == null
                    ? time
                    : LocalTime.of(Integer.parseInt(iso.group(4)), Integer.parseInt(iso.group(5)));
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        var full = FULL_DATE.matcher(token);
        if (full.matches()) {
            return date(full.group(3), full.group(2), full.group(1));
        }
        var soon = DayWords.relative(token);
        if (soon.isPresent()) {
            return today.plusDays(soon.get());
        }
        if (next && DayWords.unit(token).filter(ChronoUnit.WEEKS::equals).isPresent()
                || next && token.startsWith("недел")) {
            return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }
        return DayWords.weekday(token).map(this::weekday).orElseGet(() -> slashed(token, today));
    }

    private LocalDate weekday(DayOfWeek weekday) {
        var today = now.toLocalDate();
        return next
                ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(weekday))
                : today.with(TemporalAdjusters.next(weekday));
    }

    /** A day and month: the next such day. "9.30" is a time, as no year has a thirtieth month. */
    private @Nullable LocalDate slashed(String token, LocalDate today) {
        var match = SLASHED.matcher(token);
        if (!match.matches()
                || Integer.parseInt(match.group(2)) > 12
                || match.group(2).equals("00")) {
            return null;
        }
        var thisYear =
                LocalDate.of(today.getYear(), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)));
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private static LocalDate date(String year, String month, String dayOfMonth) {
        var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            throw new DateTimeException("implausible year");
        }
        return date;
    }

    private static @Nullable LocalTime timeIn(String token) {
        var clock = CLOCK.matcher(token);
        if (!clock.matches()) {
            return DayWords.time(token).orElse(null);
        }
        var hour = Integer.parseInt(clock.group(1));
        var minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        if ("pm".equals(clock.group(3)) && hour < 12) {
            hour += 12;
        } else if ("am".equals(clock.group(3)) && hour == 12) {
            hour = 0;
        }
        return LocalTime.of(hour, minute);
    }
}
