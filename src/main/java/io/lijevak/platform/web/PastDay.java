package io.lijevak.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The day a page looks at: as a control that moves it, and as the band that says it is not now. It stands in the address
 * as {@code asOf}, with {@code known=then} for what had been recorded by then.
 *
 * @param day null = now
 * @param link the address of the page from its beginning
 * @param marks days that the slider marks, such as the ends of a period
 */
public record PastDay(LocalDate today, @Nullable LocalDate day, boolean then, PageLink link, List<LocalDate> marks) {
    public static final String AS_OF = "asOf";
    public static final String KNOWN = "known";
    private static final String THEN = "then";
    private static final int YEARS = 2;

    public PastDay {
        marks = List.copyOf(marks);
    }

    /** Reads the parameters of an address; what is not a day before today is now. */
    public static PastDay of(PageLink link, LocalDate today, List<LocalDate> marks) {
        var day = day(link.parameters(), today);
        return new PastDay(
                today, day.isBefore(today) ? day : null, link.value(KNOWN).equals(THEN), link, marks);
    }

    /** The day that an address looks at; today where it names none that is over. */
    public static LocalDate day(Map<String, String> parameters, LocalDate today) {
        var day = day(parameters.getOrDefault(AS_OF, ""));
        return day == null || !day.isBefore(today) ? today : day;
    }

    public boolean isPast() {
        return day != null;
    }

    /** The address without what only the present tells; of now without {@code asOf} too. */
    public PageLink kept(List<String> ofNow) {
        return isPast() ? link.without(ofNow.toArray(String[]::new)) : link.without(AS_OF, KNOWN);
    }

    /** The moment that is told of: the end of the day, or now. */
    public Instant moment(Ui ui) {
        return day == null
                ? ui.now()
                : day.plusDays(1).atStartOfDay(ui.company().timeZone()).toInstant();
    }

    /** What is said of a past day: which it is, and whether what was recorded later counts; nothing of now. */
    public List<Export.Fact> facts(Ui ui) {
        return day == null
                ? List.of()
                : List.of(
                        new Export.Fact(ui.t("platform.past.asOf"), ui.f().date(day)),
                        new Export.Fact(
                                ui.t("platform.past.known"), ui.t(then ? "platform.past.then" : "platform.past.now")));
    }

    /** The first day of the slider. */
    public LocalDate first() {
        var usual = today.minusYears(YEARS);
        return day != null && day.isBefore(usual) ? day : usual;
    }

    /** The place of a day on the slider, the first day being 0. */
    public long place(LocalDate at) {
        return ChronoUnit.DAYS.between(first(), at);
    }

    public long place() {
        return place(day == null ? today : day);
    }

    /** The places of the marks that lie on the slider. */
    public List<Long> places() {
        return Stream.concat(marks.stream(), Stream.of(today))
                .filter(mark -> !mark.isBefore(first()) && !mark.isAfter(today))
                .map(this::place)
                .distinct()
                .toList();
    }

    public String now() {
        return link.without(AS_OF, KNOWN).toString();
    }

    public String knownNow() {
        return link.without(KNOWN).toString();
    }

    public String knownThen() {
        return link.with(KNOWN, THEN).toString();
    }

    /** What the form around the control keeps of the address. */
    public List<Map.Entry<String, String>> keptBeside() {
        return link.without(AS_OF).parameters().entrySet().stream().toList();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
