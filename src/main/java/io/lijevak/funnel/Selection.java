package io.lijevak.funnel;

import java.time.Instant;
import java.time.ZoneId;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A question whose words became moments: which deals, of which type, seen by whom.
 *
 * @param asOf null = as things stand at {@code now}
 * @param reach over the deals the asking person may see
 */
record Selection(
        FunnelQuery query,
        FunnelType type,
        ZoneId zone,
        Instant now,
        @Nullable Instant asOf,
        Condition reach) {
    static Selection of(FunnelQuery query, FunnelType type, ZoneId zone, Instant now, Condition reach) {
        var day = query.asOf();
        var end = day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
        return new Selection(query, type, zone, now, end != null && end.isBefore(now) ? end : null, reach);
    }

    Instant from() {
        return query.period().start(zone);
    }

    Instant until() {
        return query.period().end(zone);
    }

    /** The moment that durations of deals still standing are measured to. */
    Instant moment() {
        var past = asOf;
        return past == null ? now : past;
    }
}
