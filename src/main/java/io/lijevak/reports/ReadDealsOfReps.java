package io.lijevak.reports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.lijevak.users.CurrentUser;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Counts the closed deals of each responsible person, in one statement over the facts; the same deals as the funnel of
 * the period counts. Of a type with stages the index alone answers.
 */
@Component
class ReadDealsOfReps {
    private static final double SECONDS_A_DAY = 86_400;
    private final DSLContext sql;
    private final ClosedDeals closed;

    private record Row(
            long person,
            long won,
            long lost,
            long valued,
            java.math.BigDecimal amount,
            java.math.BigDecimal squares,
            long timed,
            double seconds,
            double secondsSquares) {
        RepWork.Deals deals() {
            return new RepWork.Deals(
                    won,
                    lost,
                    valued,
                    amount,
                    squares,
                    timed,
                    seconds / SECONDS_A_DAY,
                    secondsSquares / SECONDS_A_DAY / SECONDS_A_DAY);
        }
    }

    ReadDealsOfReps(DSLContext sql, ClosedDeals closed) {
        this.sql = sql;
        this.closed = closed;
    }

    /** By id of the person; deals of nobody are left out. */
    Map<Long, RepWork.Deals> of(PeopleQuestion question, CurrentUser eyes) {
        var process = question.type().process() && !closed.isPast(question);
        var seconds = process ? field("f.won_seconds") : field("""
                case when f.state = 'WON' and f.closed_at >= f.opened_at
                  then cast(floor(extract(epoch from f.closed_at - f.opened_at)) as bigint) end""");
        var facts = process ? table("stage_fact f") : closed.rows(question);
        return sql.fetch("""
                select f.responsible_id as person, count(*) filter (where f.state = 'WON') as won,
                  count(*) filter (where f.state = 'LOST') as lost,
                  count(f.potential) filter (where f.state = 'WON') as valued,
                  coalesce(sum(f.potential) filter (where f.state = 'WON'), 0) as amount,
                  coalesce(sum(f.potential * f.potential) filter (where f.state = 'WON'), 0) as squares,
                  count({0}) as timed, coalesce(sum({0}), 0)::float8 as seconds,
                  coalesce(sum(({0})::float8 * ({0})::float8), 0) as seconds_squares
                from {1} where {2} group by 1
                """, seconds, facts, counted(question, process, eyes)).into(Row.class).stream()
                .collect(Collectors.toMap(Row::person, Row::deals));
    }

    private Condition counted(PeopleQuestion question, boolean process, CurrentUser eyes) {
        var deals = closed.of(question, eyes);
        return process ? deals.and("f.standing and f.outcome not in ('SKIPPED', 'SWITCHED')") : deals;
    }
}
