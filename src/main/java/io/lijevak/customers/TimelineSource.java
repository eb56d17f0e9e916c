package io.lijevak.customers;

import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.List;

/** Port: what happened to a customer, told by other modules too (deals, interactions), as beans. */
public interface TimelineSource {
    /** The newest entries strictly before the moment that the viewer may see, newest first, at most {@code limit}. */
    List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit);

    /** Those of a kind; a source that knows of none tells of changes. */
    default List<TimelineEntry> before(
            Instant moment, CustomerId customer, CurrentUser viewer, int limit, TimelineEntry.Kind kind) {
        return kind == TimelineEntry.Kind.CHANGES ? before(moment, customer, viewer, limit) : List.of();
    }
}
