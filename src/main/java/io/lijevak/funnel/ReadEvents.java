package io.lijevak.funnel;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the events of deals one by one, without the statement that groups them. */
@Component
class ReadEvents {
    private static final int AT_ONCE = 2_000;
    private final DSLContext sql;

    private record Event(long dealId, @Nullable Instant at) {}

    ReadEvents(DSLContext sql) {
        this.sql = sql;
    }

    /** How many the deals have together, up to the moment. */
    long of(EventMeasure measure, List<Long> deals, Selection selection) {
        var past = selection.asOf();
        var events = 0L;
        for (var from = 0; from < deals.size(); from += AT_ONCE) {
            var ids =
                    deals.subList(from, Math.min(deals.size(), from + AT_ONCE)).toArray(Long[]::new);
            events += sql
                    .fetch(
                            "select e.deal_id, e.at from {0} e where e.deal_id = any({1})",
                            measure.kind().rows(), DSL.val(ids))
                    .into(Event.class)
                    .stream()
                    .filter(event ->
                            past == null || (event.at() != null && event.at().isBefore(past)))
                    .count();
        }
        return events;
    }
}
