package io.lijevak.funnel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A question whose words became moments: which deals, of which type, seen by whom.
 *
 * @param now in whole seconds, so that durations to it are the same however they are worked out
 * @param asOf null = as things stand at {@code now}
 * @param reach over the deals the asking person may see
 */
record Selection(
        FunnelQuery query,
        FunnelType type,
        ZoneId zone,
        Instant now,
        @Nullable Instant asOf,
        DealReach reach) {
    static Selection of(FunnelQuery query, FunnelType type, ZoneId zone, Instant now, DealReach reach) {
        var day = query.asOf();
        var end = day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Selection(query, type, zone, second, end != null && end.isBefore(now) ? end : null, reach);
    }

    /** The question of an answer once more, looked at as of the same moment. */
    static Selection of(Funnel answer, ZoneId zone, DealReach reach) {
        var day = answer.query().asOf();
        var end = day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
        var now = end != null && end.equals(answer.asOf()) ? end.plusSeconds(1) : answer.asOf();
        return of(answer.query(), answer.type(), zone, now, reach);
    }

    Instant from() {
        return query.period().start(zone);
    }

    Instant until() {
        return query.period().end(zone);
    }

    /** The same question to those of its deals, rows {@code f}, that also meet a condition. */
    Selection only(Condition deals) {
        return new Selection(
                query, type, zone, now, asOf, new DealReach(reach.condition().and(deals), reach.owners()));
    }

    /** The deals with their attributes, rows as those of the facts: the facts, or what was known then. */
    Table<Record> facts() {
        var then = knownThen();
        return then == null ? DSL.table("deal_fact") : DSL.table("deals_known({0})", DealConditions.at(then));
    }

    /** The rows of the ledger: those that stand in it, or those that were known then. */
    Table<Record> visits() {
        var then = knownThen();
        return then == null ? DSL.table("stage_visit") : DSL.table("visits_known({0})", DealConditions.at(then));
    }

    /** The moment before which all that counts was recorded; null = what is known now. */
    @Nullable
    Instant knownThen() {
        return query.known() == Known.THEN ? asOf : null;
    }

    /** The moment that durations of deals still standing are measured to. */
    Instant moment() {
        var past = asOf;
        return past == null ? now : past;
    }
}
