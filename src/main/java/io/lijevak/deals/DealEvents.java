package io.lijevak.deals;

import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: what happened to a deal, told by other modules too (interactions, tasks), as beans. */
public interface DealEvents {
    /**
     * The newest entries strictly before the moment that the viewer of the deal may see, newest first, at most {@code
     * limit}; of one kind, or of all without one.
     */
    List<TimelineEntry> before(
            Instant moment, DealId deal, CurrentUser viewer, int limit, TimelineEntry.@Nullable Kind kind);
}
