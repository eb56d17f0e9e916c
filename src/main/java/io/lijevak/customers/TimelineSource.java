package io.lijevak.customers;

import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.List;

/** Port: what happened to a customer, told by other modules too (deals, later calls and mails), as beans. */
public interface TimelineSource {
    /** The newest entries strictly before the moment that the viewer may see, newest first, at most {@code limit}. */
    List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit);
}
