package io.lijevak.platform.web;

import io.lijevak.platform.web.TimelineEntry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a timeline by days in the viewer's time zone, newest first.
 *
 * @param path address of the timeline alone
 * @param home address of the page it stands on
 * @param shown what it is narrowed to, null for everything
 * @param next moment from which the older ones go on, null on the last page
 */
public record TimelinePage(
        Map<LocalDate, List<TimelineEntry>> days,
        String path,
        String home,
        @Nullable Kind shown,
        @Nullable Instant next) {
    private static final int PAGE = 25;

    /** How many entries a source should give, so that it is known whether there are more. */
    public static final int WANTED = PAGE + 1;

    /** The page that the entries of all sources make, each source having given its newest {@link #WANTED}. */
    public static TimelinePage of(
            List<TimelineEntry> newestFirst, ZoneId zone, String path, String home, @Nullable Kind shown) {
        var page = cut(newestFirst);
        var days = new LinkedHashMap<LocalDate, List<TimelineEntry>>();
        for (var entry : page) {
            days.computeIfAbsent(entry.at().atZone(zone).toLocalDate(), day -> new ArrayList<>())
                    .add(entry);
        }
        var more = page.size() < newestFirst.size();
        return new TimelinePage(days, path, home, shown, more ? page.getLast().at() : null);
    }

    /** The kind that an address asks for, null for all. */
    public static @Nullable Kind kind(@Nullable String asked) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(null);
    }

    /** Entries of one moment stay on one page, else those behind the cut would never be shown. */
    static List<TimelineEntry> cut(List<TimelineEntry> newestFirst) {
        if (newestFirst.size() <= PAGE) {
            return newestFirst;
        }
        var over = newestFirst.get(PAGE).at();
        var whole = newestFirst.subList(0, PAGE).stream()
                .filter(entry -> entry.at().isAfter(over))
                .toList();
        return whole.isEmpty() ? newestFirst.subList(0, PAGE) : whole;
    }

    /** The address of the older entries, null on the last page. */
    public @Nullable String older() {
        return next == null
                ? null
                : new PageLink(path, Map.of())
                        .with("before", next)
                        .with("show", shown == null ? null : word(shown))
                        .toString();
    }

    /** The page narrowed to a kind, or all of it. */
    public String only(@Nullable Kind kind) {
        return new PageLink(home, Map.of())
                .with("show", kind == null ? null : word(kind))
                .toString();
    }

    public static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
