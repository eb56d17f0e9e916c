package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.column;

import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The open deals that bear warnings, by the money at risk: what is worth looking at first. Of a past day those that bore
 * warnings when it ended; which these were stands in the rows of warnings, whatever was corrected later.
 */
@Component
public class Worklist {
    private static final String ROWS = """
            select d.id, d.title, d.potential, d.risk, d.at_risk, c.id as customer_id, c.name as customer_name,
              s.id as stage_id, s.name as stage_name, p.id as person_id, p.name as person_name
            from {2}
            left join customer c on c.id = d.customer_id
            left join stage s on s.id = d.stage_id
            left join person p on p.id = d.responsible_id
            where {0} order by d.at_risk desc, d.id desc limit {1}""";
    private static final String THEN = """
            (select d.*, w.risk, round(coalesce(d.potential, 0) * w.risk, 2) as at_risk
             from {0} join (
               select s.deal_id, round((1 - exp(sum(ln(1 - k.weight))))::numeric, 3) as risk from risk_signal s
               join unnest({1}, cast({2} as numeric[])) as k (kind, weight) on k.kind = s.kind
               where {3} group by s.deal_id) w on w.deal_id = d.id) d""";
    private static final Field<BigDecimal> AT_RISK = column("at_risk", BigDecimal.class);
    private final DSLContext database;
    private final DealConditions conditions;
    private final RiskSignals signals;

    /** A deal in danger. */
    public record Endangered(
            long id,
            String title,
            @Nullable Named customer,
            @Nullable Named stage,
            @Nullable Named responsible,
            @Nullable BigDecimal potential,
            BigDecimal risk,
            BigDecimal atRisk,
            List<RiskSignal> signals) {
        Endangered with(List<RiskSignal> found) {
            return new Endangered(id, title, customer, stage, responsible, potential, risk, atRisk, found);
        }
    }

    /** How many deals bear warnings, and the money at risk with them. */
    public record Totals(long deals, BigDecimal atRisk) {}

    Worklist(DSLContext database, DealConditions conditions, RiskSignals signals) {
        this.database = database;
        this.conditions = conditions;
        this.signals = signals;
    }

    /** A page of the list; the cursor is the place after the last deal of the page before. */
    public Slice<Endangered> page(DealFilter filter, @Nullable String cursor, int limit, CurrentUser user) {
        var condition = condition(filter, user).and(after(cursor));
        var rows = database.resultQuery(ROWS, condition, DSL.inline(limit + 1), deals(filter))
                .fetch(Worklist::row);
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var bySignal = signals.borne(shown.stream().map(Endangered::id).toList(), conditions.past(filter)).stream()
                .collect(Collectors.groupingBy(RiskSignal::deal));
        var last = shown.isEmpty() ? null : shown.getLast();
        return new Slice<>(
                shown.stream()
                        .map(row -> row.with(bySignal.getOrDefault(row.id(), List.of())))
                        .toList(),
                rows.size() > limit && last != null ? last.atRisk().toPlainString() + "~" + last.id() : null);
    }

    public Totals totals(DealFilter filter, CurrentUser user) {
        return database.select(DSL.count(), DSL.sum(AT_RISK))
                .from(deals(filter))
                .where(condition(filter, user))
                .fetchSingle(row -> new Totals(row.value1(), row.value2() == null ? BigDecimal.ZERO : row.value2()));
    }

    /** The day on which the first warning was kept; null while none was, or when the filter asks of now. */
    public @Nullable Instant keptSince(DealFilter filter) {
        return conditions.past(filter) == null ? null : signals.keptSince();
    }

    private Table<?> deals(DealFilter filter) {
        var past = conditions.past(filter);
        return past == null
                ? DSL.table("deal d")
                : DSL.table(
                        THEN,
                        conditions.openDeals(filter),
                        DSL.val(RiskSignals.KINDS),
                        DSL.val(RiskSignals.WEIGHTS),
                        DealConditions.borne(past));
    }

    private Condition condition(DealFilter filter, CurrentUser user) {
        return conditions
                .of(filter, user, Action.VIEW)
                .and(DealConditions.OUTCOME.eq(DSL.inline(DealOutcome.OPEN.name())))
                .and(column("risk", BigDecimal.class).gt(DSL.inline(BigDecimal.ZERO)));
    }

    private static Condition after(@Nullable String cursor) {
        if (cursor == null || !cursor.matches("\\d{1,17}(\\.\\d{1,2})?~\\d{1,18}")) {
            return DSL.trueCondition();
        }
        var parts = cursor.split("~");
        return DSL.row(AT_RISK, DealConditions.ID).lessThan(DSL.row(new BigDecimal(parts[0]), Long.valueOf(parts[1])));
    }

    private static Endangered row(Record row) {
        return new Endangered(
                row.get("id", Long.class),
                row.get("title", String.class),
                named(row, "customer"),
                named(row, "stage"),
                named(row, "person"),
                row.get("potential", BigDecimal.class),
                row.get("risk", BigDecimal.class),
                row.get("at_risk", BigDecimal.class),
                List.of());
    }

    private static @Nullable Named named(Record row, String of) {
        var id = row.get(of + "_id", Long.class);
        return id == null ? null : new Named(id, row.get(of + "_name", String.class));
    }
}
