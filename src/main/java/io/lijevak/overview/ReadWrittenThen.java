package io.lijevak.overview;

import io.lijevak.overview.DealThen.Deal;
import io.lijevak.overview.DealThen.Kept;
import io.lijevak.overview.DealThen.Place;
import io.lijevak.overview.DealThen.Step;
import io.lijevak.overview.DealThen.Visit;
import io.lijevak.worktime.WorkingTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads deals with their visits and former values one by one, so that how they stood at the end of a past day is decided in memory. */
@Component
class ReadWrittenThen {
    private static final String NOW = """
            (select d.id, d.title, d.type_id, d.steps_version, d.stage_id, d.outcome, d.opened_at, d.closed_at, d.created_at,
              d.potential, d.expected_close, d.known_since, d.responsible_id from deal d) d""";

    private static final String THEN = """
            (select k.deal_id as id, coalesce(k.title, '#' || k.deal_id) as title, k.type_id,
              coalesce(d.steps_version, t.steps_version) as steps_version, k.stage_id, k.state as outcome, k.opened_at,
              k.closed_at, k.created_at, k.potential, k.expected_close, null::timestamptz as known_since, k.responsible_id
            from deals_known({0}) k join deal_type t on t.id = k.type_id left join deal d on d.id = k.deal_id) d""";

    /** Of a visit that an undone import took back the version is not kept. */
    private static final String VISITS_THEN = """
            (select k.*, v.steps_version from visits_known({0}) k
            left join stage_visit v on v.deal_id = k.deal_id and v.seq = k.seq and v.recorded_at = k.recorded_at)""";

    private final DSLContext sql;
    private final WorkingTime time;

    private record Planned(
            long dealTypeId,
            int stepsVersion,
            long stageId,
            @Nullable Integer probability,
            @Nullable Integer normDays) {}

    ReadWrittenThen(DSLContext sql, WorkingTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** The ids of deals in their order, over the relation {@code d}; those that did not exist yet are among them. */
    List<Deal> deals(Condition which, OverviewMoment moment, int most) {
        return sql.fetch(
                        "select d.* from {0} where {1} order by d.id limit {2}",
                        moment.then() ? DSL.table(THEN, DSL.val(moment.at())) : DSL.table(NOW), which, DSL.val(most))
                .into(Deal.class);
    }

    /** As they stood; those that did not exist yet are left out. */
    List<WrittenDeal> written(List<Deal> deals, OverviewMoment moment) {
        var ids = deals.stream().map(Deal::id).toArray(Long[]::new);
        var steps = steps();
        var visits = visits(ids, moment).stream().collect(Collectors.groupingBy(Visit::dealId));
        var kept = moment.then()
                ? Map.<Long, List<Kept>>of()
                : grouped(
                        "select deal_id, type_id, potential, expected_close, known_from, known_until from deal_past where deal_id = any({0})",
                        ids, Kept.class, Kept::dealId);
        return deals.stream()
                .map(deal -> new DealThen(
                        deal,
                        visits.getOrDefault(deal.id(), List.of()),
                        kept.getOrDefault(deal.id(), List.of()),
                        moment))
                .flatMap(deal -> deal.written(steps, time).stream())
                .toList();
    }

    private <T> Map<Long, List<T>> grouped(String read, Long[] ids, Class<T> type, Function<T, Long> deal) {
        return sql.fetch(read, DSL.val(ids)).into(type).stream().collect(Collectors.groupingBy(deal));
    }

    private List<Visit> visits(Long[] ids, OverviewMoment moment) {
        Table<Record> read = moment.then() ? DSL.table(VISITS_THEN, DSL.val(moment.at())) : DSL.table("stage_visit");
        return sql.fetch("""
                        select v.deal_id, v.stage_id, v.steps_version, v.entered_at, v.left_at, v.outcome, v.entry_potential, v.recorded_at,
                          v.left_recorded_at
                        from {1} v where v.deal_id = any({0}) order by v.deal_id, v.seq""", DSL.val(ids), read).into(Visit.class);
    }

    private Map<Place, Step> steps() {
        var steps = new HashMap<Place, Step>();
        sql.fetch("select deal_type_id, steps_version, stage_id, probability, norm_days from deal_type_step")
                .into(Planned.class)
                .forEach(step -> steps.put(
                        new Place(step.dealTypeId(), step.stepsVersion(), step.stageId()),
                        new Step(step.probability(), step.normDays())));
        return steps;
    }
}
