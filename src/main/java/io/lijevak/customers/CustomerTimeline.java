package io.lijevak.customers;

import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a customer, out of all sources, newest first. */
@Component
public class CustomerTimeline {
    private static final int PAGE = 25;
    private final List<TimelineSource> sources;

    CustomerTimeline(List<TimelineSource> sources) {
        this.sources = sources;
    }

    /** A page of entries and the moment from which the next one goes on, null on the last. */
    public record Page(
            List<TimelineEntry> entries, @Nullable Instant next) {}

    public Page before(Instant moment, CustomerId customer, CurrentUser viewer) {
        var all = sources.stream()
                .flatMap(source -> source.before(moment, customer, viewer, PAGE + 1).stream())
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
        return cut(all);
    }

    /** Entries of one moment stay on one page, else those behind the cut would never be shown. */
    static Page cut(List<TimelineEntry> newestFirst) {
        if (newestFirst.size() <= PAGE) {
            return new Page(newestFirst, null);
        }
        var over = newestFirst.get(PAGE).at();
        var whole = newestFirst.subList(0, PAGE).stream()
                .filter(entry -> entry.at().isAfter(over))
                .toList();
        var page = whole.isEmpty() ? newestFirst.subList(0, PAGE) : whole;
        return new Page(page, page.getLast().at());
    }
}
