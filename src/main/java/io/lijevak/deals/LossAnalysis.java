package io.lijevak.deals;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Why deals were lost, where, whose and to whom: the lost deals of a filter by five dimensions, in one statement. Each
 * dimension adds up to the same total, and each number is that of the list of its deals.
 */
@Component
public class LossAnalysis {
    /** How many customers are named; the others are one line. */
    public static final int CUSTOMERS = 25;

    private static final String SELECT = """
            select losses.dimension, losses.id, losses.deals, losses.lost, losses.place, losses.of,
              coalesce(r.name, s.name, p.name, c.name, w.name) as name
            from (
              select counted.*, row_number() over (partition by dimension order by lost desc, deals desc, id) as place,
                count(*) over (partition by dimension) as of
              from (
                select case
                    when grouping(d.loss_reason_id) = 0 then 'reason' when grouping(d.stage_id) = 0 then 'stage'
                    when grouping(d.responsible_id) = 0 then 'responsible'
                    when grouping(d.customer_id) = 0 then 'customer'
                    when grouping(d.competitor_id) = 0 then 'competitor' else 'total' end as dimension,
                  coalesce(d.loss_reason_id, d.stage_id, d.responsible_id, d.customer_id, d.competitor_id) as id,
                  count(*) as deals, coalesce(sum(d.potential), 0) as lost
                from deal d where {0}
                group by grouping sets ((d.loss_reason_id), (d.stage_id), (d.responsible_id), (d.customer_id),
                  (d.competitor_id), ())) as counted) as losses
            left join loss_reason r on losses.dimension = 'reason' and r.id = losses.id
            left join stage s on losses.dimension = 'stage' and s.id = losses.id
            left join person p on losses.dimension = 'responsible' and p.id = losses.id
            left join customer c on losses.dimension = 'customer' and c.id = losses.id
            left join competitor w on losses.dimension = 'competitor' and w.id = losses.id
            where losses.dimension <> 'customer' or losses.place <= {1}
            order by losses.dimension, losses.place""";
    private final DSLContext database;
    private final DealConditions conditions;
    private final LossReasons reasons;

    /**
     * The lost deals that one value of a dimension has.
     *
     * @param id of the value, null where deals have none
     * @param level depth in the tree of reasons
     */
    public record Line(@Nullable Long id, @Nullable String name, int level, long deals, BigDecimal lost) {}

    /**
     * The whole analysis, sums in the management currency.
     *
     * @param customers the first of them by lost sum
     * @param allCustomers how many there are
     */
    public record Losses(
            long deals,
            BigDecimal lost,
            List<Line> reasons,
            List<Line> stages,
            List<Line> people,
            List<Line> customers,
            long allCustomers,
            List<Line> competitors) {}

    private record Counted(String dimension, Line line, long of) {}

    LossAnalysis(DSLContext database, DealConditions conditions, LossReasons reasons) {
        this.database = database;
        this.conditions = conditions;
        this.reasons = reasons;
    }

    /** The losses among the deals of the filter that the user may see. */
    public Losses of(DealFilter filter, CurrentUser user) {
        var lost = conditions
                .of(filter, user, Action.VIEW)
                .and(DealConditions.OUTCOME.eq(DSL.inline(DealOutcome.LOST.name())));
        var all = database.resultQuery(SELECT, lost, DSL.val(CUSTOMERS)).fetch(LossAnalysis::counted);
        var byDimension = new HashMap<String, List<Line>>();
        all.forEach(each -> byDimension
                .computeIfAbsent(each.dimension(), dimension -> new ArrayList<>())
                .add(each.line()));
        var total = byDimension.getOrDefault("total", List.of());
        return new Losses(
                total.isEmpty() ? 0 : total.getFirst().deals(),
                total.isEmpty() ? BigDecimal.ZERO : total.getFirst().lost(),
                tree(byDimension.getOrDefault("reason", List.of())),
                byDimension.getOrDefault("stage", List.of()),
                byDimension.getOrDefault("responsible", List.of()),
                byDimension.getOrDefault("customer", List.of()),
                all.stream()
                        .filter(each -> each.dimension().equals("customer"))
                        .mapToLong(Counted::of)
                        .findFirst()
                        .orElse(0),
                byDimension.getOrDefault("competitor", List.of()));
    }

    /** Reasons in their tree: a group counts what stands below it, so the lines at the top add up to the total. */
    private List<Line> tree(List<Line> counted) {
        var own = new HashMap<Long, Line>();
        var lines = new ArrayList<Line>();
        for (var line : counted) {
            if (line.id() == null) {
                lines.add(line);
            } else {
                own.put(line.id(), line);
            }
        }
        branch(reasons.all(), null, own, lines);
        return lines;
    }

    private static void branch(
            List<LossReasons.LossReason> all, @Nullable Long parent, Map<Long, Line> own, List<Line> lines) {
        all.stream()
                .filter(reason -> java.util.Objects.equals(reason.parent(), parent))
                .map(reason -> summed(all, reason, own))
                .filter(line -> line.deals() > 0)
                .sorted(Comparator.comparing(Line::lost)
                        .thenComparing(Line::deals)
                        .reversed())
                .forEach(line -> {
                    lines.add(line);
                    branch(all, line.id(), own, lines);
                });
    }

    private static Line summed(List<LossReasons.LossReason> all, LossReasons.LossReason reason, Map<Long, Line> own) {
        var mine = own.get(reason.id());
        var deals = mine == null ? 0 : mine.deals();
        var lost = mine == null ? BigDecimal.ZERO : mine.lost();
        for (var below : all) {
            if (java.util.Objects.equals(below.parent(), reason.id())) {
                var line = summed(all, below, own);
                deals += line.deals();
                lost = lost.add(line.lost());
            }
        }
        return new Line(reason.id(), reason.name(), reason.level(), deals, lost);
    }

    private static Counted counted(Record row) {
        var line = new Line(
                row.get("id", Long.class),
                row.get("name", String.class),
                0,
                row.get("deals", Long.class),
                row.get("lost", BigDecimal.class));
        return new Counted(row.get("dimension", String.class), line, row.get("of", Long.class));
    }
}
