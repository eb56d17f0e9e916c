package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.platform.Companies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds the deal type with most deals in a question, because types are never drawn as one. */
@Component
class BusiestType {
    private final DSLContext sql;
    private final Companies companies;

    BusiestType(DSLContext sql, Companies companies) {
        this.sql = sql;
        this.companies = companies;
    }

    /** The process type with most deals, else the first one with deals at all, else the first, else a non-process type. */
    Optional<FunnelType> of(FunnelQuery query, FunnelReferences references, DealReach reach) {
        var zone = companies.current().timeZone();
        var candidates = references.types().stream().filter(FunnelType::process).toList();
        if (candidates.size() < 2) {
            return candidates.isEmpty()
                    ? references.types().stream().findFirst()
                    : candidates.stream().findFirst();
        }
        var selection = Selection.of(query, candidates.getFirst(), zone, Instant.MAX, reach);
        var ids = candidates.stream().map(FunnelType::id).toArray(Long[]::new);
        // Each type apart, so that an index of a type answers.
        var busiest = sql.fetch(
                        """
                        select t.id from unnest({2}) t (id) cross join lateral (
                          select count(*) as deals from deal_fact f where f.type_id = t.id and {0} and {1}) f
                        where f.deals > 0 order by f.deals desc, t.id
                        """, DealConditions.of(query.filter(), reach.condition()), inPeriod(selection), val(ids))
                .getValues(0, Long.class);
        var chosen = busiest.isEmpty() ? used(ids, reach) : busiest;
        return chosen.stream()
                .flatMap(id -> candidates.stream().filter(type -> type.id() == id))
                .findFirst()
                .or(() -> firstOf(candidates));
    }

    /** Where the question holds no deal, a type that has some is shown: its period can be widened. */
    private List<Long> used(Long[] ids, DealReach reach) {
        return sql.fetch("""
                        select t.id from unnest({1}) with ordinality t (id, place)
                        where exists (select from deal_fact f where f.type_id = t.id and {0})
                        order by t.place limit 1
                        """, reach.condition(), val(ids)).getValues(0, Long.class);
    }

    /** The rule by the dates of the deal alone, which is enough to choose a type. */
    private static Condition inPeriod(Selection selection) {
        var rule = DealConditions.rule(selection);
        return selection.query().rule() != PeriodRule.OVERLAP
                ? rule
                : rule.and(condition(
                        "coalesce(f.opened_at, f.created_at) < {0} and (f.closed_at is null or f.closed_at >= {1})",
                        DealConditions.at(selection.until()), DealConditions.at(selection.from())));
    }

    private static Optional<FunnelType> firstOf(List<FunnelType> types) {
        return types.stream().findFirst();
    }
}
