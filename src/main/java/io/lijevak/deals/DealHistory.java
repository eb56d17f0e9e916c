package io.lijevak.deals;

import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a deal, out of all sources, newest first. */
@Component
public class DealHistory {
    private static final int CLOCKS_APART = 60;
    private final List<DealEvents> sources;
    private final Clock clock;

    DealHistory(List<DealEvents> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** The page before the moment, the newest without one, of one kind of entries or of all. */
    public TimelinePage page(
            DealId deal, CurrentUser viewer, TimelineEntry.@Nullable Kind kind, @Nullable Instant before) {
        var moment = before == null ? clock.instant().plusSeconds(CLOCKS_APART) : before;
        var entries = sources.stream()
                .flatMap(source -> source.before(moment, deal, viewer, TimelinePage.WANTED, kind).stream())
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
        var home = "/deals/" + deal;
        return TimelinePage.of(entries, viewer.timeZone(), home + "/timeline", home, kind);
    }
}
