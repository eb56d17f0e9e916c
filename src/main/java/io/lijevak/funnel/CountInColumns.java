package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.lijevak.funnel.ColumnPlan.Asked;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts in memory. What facts and visits do not tell of a deal, such as conditions on fields, SQL says of the same
 * snapshot of the database.
 */
@Component
class CountInColumns implements CountsDeals {
    private static final Logger LOG = LoggerFactory.getLogger(CountInColumns.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LiveColumns live;
    private final LiveHistory history;
    private final DSLContext sql;
    private final OneSnapshot snapshot;

    CountInColumns(LiveColumns live, LiveHistory history, DSLContext sql, OneSnapshot snapshot) {
        this.live = live;
        this.history = history;
        this.sql = sql;
        this.snapshot = snapshot;
    }

    @Override
    public Optional<Counts> count(Pivot pivot) {
        return ask(pivot, asked -> count(pivot, asked));
    }

    /** How many percent are read of the past that the pivot asks for, when that is not done soon; empty when there is nothing to wait for. */
    OptionalInt reading(Pivot pivot) {
        return ColumnPlan.suits(pivot) && isOfHistory(pivot.selection())
                ? history.reading(pivot.selection(), process(pivot.known()), PATIENCE)
                : OptionalInt.empty();
    }

    /** What is made of the columns that can tell the pivot; empty where the database must answer. */
    <T> Optional<T> ask(Pivot pivot, Function<Asked, Optional<T>> work) {
        if (!ColumnPlan.suits(pivot)
                || TransactionSynchronizationManager.isActualTransactionActive()
                || !isReady(pivot)) {
            return Optional.empty();
        }
        return isNarrowed(pivot.selection()) || isUndatedElsewhere(pivot.selection())
                ? snapshot.read(jdbc -> asked(pivot).flatMap(work))
                : asked(pivot).flatMap(work);
    }

    /** Whether the rows are those of visits: facts tell how things stand now, and of whole deals. */
    static boolean isOfHistory(Selection selection) {
        return selection.asOf() != null || selection.query().rule() == PeriodRule.OVERLAP;
    }

    static Set<Long> process(FunnelReferences known) {
        return known.types().stream()
                .filter(FunnelType::process)
                .map(FunnelType::id)
                .collect(Collectors.toSet());
    }

    private boolean isReady(Pivot pivot) {
        var process = process(pivot.known());
        if (isOfHistory(pivot.selection())) {
            return history.isReady(pivot.selection(), process);
        }
        history.prepare(process);
        return true;
    }

    /** Whether the deals must hold something that columns do not know. */
    private static boolean isNarrowed(Selection selection) {
        var filter = selection.query().filter();
        return filter.category() != null
                || filter.productGroup() != null
                || !filter.where().isEmpty();
    }

    /** Whether deals without a date are not those of the columns: they are told as they are now, also of a past moment. */
    private static boolean isUndatedElsewhere(Selection selection) {
        var rule = selection.query().rule();
        return selection.asOf() != null && (rule == PeriodRule.COHORT || rule == PeriodRule.CLOSED);
    }

    private Optional<Asked> asked(Pivot pivot) {
        var selection = pivot.selection();
        var columns = isOfHistory(selection) ? history.now(selection, process(pivot.known())) : live.caughtUp();
        return columns.map(found -> asked(found, selection, sql));
    }

    /** The columns, and what SQL says of the selection now. */
    static Asked asked(Columns columns, Selection selection, DSLContext sql) {
        return new Asked(
                columns,
                isNarrowed(selection) ? deals(selection, sql) : null,
                isUndatedElsewhere(selection)
                        ? Long.valueOf(sql.fetchCount(facts(selection), DealConditions.undated(selection)))
                        : null);
    }

    private static Table<Record> facts(Selection selection) {
        return table("{0} f", selection.facts());
    }

    private static DealSet deals(Selection selection, DSLContext sql) {
        var ids = sql.select(field("string_agg(int8send(f.deal_id), ''::bytea)", byte[].class))
                .from(facts(selection))
                .where(DealConditions.of(selection))
                .fetchSingle()
                .value1();
        return new DealSet(ids == null ? new byte[0] : ids);
    }

    static Optional<Counts> count(Pivot pivot, Asked asked) {
        return planned(
                pivot,
                asked,
                plan -> counts(
                        plan, SharedPass.over(asked.columns().blocks(), () -> new ColumnScan(plan)), asked.undated()));
    }

    /** What is made of the plan of a pivot; empty when columns cannot hold the answer. */
    static <T> Optional<T> planned(Pivot pivot, Asked asked, Function<ColumnPlan, T> work) {
        try {
            return ColumnPlan.of(pivot, asked).map(work);
        } catch (FactRow.UnfitFacts | ArithmeticException unfit) {
            LOG.info("columns cannot answer: {}", unfit.getMessage());
            return Optional.empty();
        }
    }

    private static Counts counts(ColumnPlan plan, ColumnScan scan, @Nullable Long undated) {
        var cells = new HashMap<Group, Figures>();
        for (var level : plan.pivot.levels()) {
            var sums = new HashMap<Group, CellSums>();
            gather(level.ofStages() ? scan.ofStages : scan.ofDeals, level, plan, sums);
            sums.forEach((group, sum) -> cells.put(group, sum.figures(plan.pivot.expects(level, group))));
        }
        return new Counts(Engine.COLUMNS, cells, undated == null ? scan.undated : undated);
    }

    private static void gather(
            @Nullable CellSums[] from, Pivot.Level level, ColumnPlan plan, Map<Group, CellSums> into) {
        for (var cell = 0; cell < from.length; cell++) {
            var sums = from[cell];
            if (sums != null) {
                into.computeIfAbsent(plan.group(cell, level), group -> new CellSums())
                        .add(sums);
            }
        }
    }
}
