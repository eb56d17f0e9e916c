package io.lijevak.bench;

import java.time.LocalDate;
import java.util.List;

/**
 * A question of a head of sales as each engine is asked it.
 *
 * @param matrix parameters of the matrix
 * @param normalised to the tables that other systems keep, with %1$d for the type
 * @param facts the same over the fact rows, in SQL that PostgreSQL and DuckDB share
 */
record FunnelQuestion(String name, String matrix, String normalised, String facts) {
    private static final String JOINS = """
            from deal d join stage_visit v on v.deal_id = d.id join stage s on s.id = v.stage_id
            join deal_type t on t.id = d.type_id left join customer c on c.id = d.customer_id
            left join person p on p.id = d.responsible_id left join customer_source q on q.id = d.source_id
            where d.type_id = %1$d and\s""";
    private static final String CAME = """
            count(*), count(*) filter (where v.outcome in ('ADVANCED', 'WON')), count(*) filter (where v.outcome = 'LOST'),
            sum(v.entry_potential), sum(v.exit_potential) filter (where v.outcome = 'LOST')""";
    private static final String STAYED = """
            , avg(extract(epoch from v.left_at - v.entered_at)),
            percentile_cont(0.5) within group (order by extract(epoch from v.left_at - v.entered_at))""";
    private static final String FACTS_CAME = """
            count(*), count(*) filter (where outcome in ('ADVANCED', 'WON')), count(*) filter (where outcome = 'LOST'),
            sum(potential) filter (where outcome in ('ADVANCED', 'WON')), sum(potential) filter (where outcome = 'LOST')""";
    private static final String FACTS_CLOSED = """
             from stage_fact where type_id = %1$d and outcome not in ('SKIPPED', 'SWITCHED') and state <> 'OPEN'
            and closed_at >= """;
    private static final String FACTS_STAYED = ", avg(seconds), quantile_cont(tenths, 0.5)";

    /** The same with one parameter more, for Lijevak alone. */
    FunnelQuestion with(String otherName, String parameter) {
        return new FunnelQuestion(otherName, matrix + "&" + parameter, normalised, facts);
    }

    static List<FunnelQuestion> all(LocalDate today) {
        var year = today.minusMonths(12).plusDays(1);
        var two = today.minusMonths(24).plusDays(1);
        var three = today.minusMonths(36).plusDays(1);
        return List.of(
                new FunnelQuestion(
                        "active",
                        "view=active&rows=stage&columns=none&measures=in-work,in-work-amount",
                        "select s.name, count(*), sum(d.amount * d.rate)" + JOINS
                                + "d.outcome = 'OPEN' and v.outcome = 'OPEN' group by s.id, s.name",
                        "select stage_id, count(*), sum(potential) from stage_fact where type_id = %1$d and standing = 1"
                                + " and state = 'OPEN' group by stage_id"),
                closed(
                        "closed, counts",
                        "rows=stage&columns=none&measures=won,lost,won-amount,lost-amount",
                        year,
                        false,
                        ""),
                closed(
                        "closed with medians",
                        "rows=stage&columns=none&measures=won,lost,won-amount,lost-amount,median-days,average-days",
                        year,
                        true,
                        ""),
                closed(
                        "stage x manager",
                        "rows=stage&columns=owner&measures=won,lost,won-amount,lost-amount",
                        year,
                        false,
                        "responsible_id"),
                trend(two),
                closed(
                        "worst case: three years, nine medians",
                        "rows=stage&columns=none&measures=won,lost,won-amount,lost-amount,median-days,average-days",
                        three,
                        true,
                        ""));
    }

    private static FunnelQuestion closed(String name, String matrix, LocalDate from, boolean timed, String by) {
        var person = by.isEmpty() ? "" : ", p.id, p.name";
        var owner = by.isEmpty() ? "" : ", " + by;
        return new FunnelQuestion(
                name,
                "view=closed&from=" + from + "&" + matrix,
                "select s.name" + person + ", " + CAME + (timed ? STAYED : "") + JOINS
                        + "d.outcome <> 'OPEN' and d.closed_at >= '" + from + "' group by s.id, s.name" + person,
                "select stage_id" + owner + ", " + FACTS_CAME + (timed ? FACTS_STAYED : "") + FACTS_CLOSED
                        + "timestamp '" + from + "' group by stage_id" + owner);
    }

    private static FunnelQuestion trend(LocalDate from) {
        return new FunnelQuestion(
                "trend of 24 months",
                "view=closed&rows=closed&columns=outcome&measures=entered,entered-amount&from=" + from,
                "select date_trunc('month', d.closed_at), d.outcome, count(distinct d.id), sum(d.amount * d.rate)"
                        + JOINS + "d.outcome <> 'OPEN' and d.closed_at >= '" + from + "' and v.seq = 1 group by 1, 2",
                "select date_trunc('month', closed_at), state, count(*), sum(potential)" + FACTS_CLOSED + "timestamp '"
                        + from + "' and standing = 1 group by 1, 2");
    }
}
