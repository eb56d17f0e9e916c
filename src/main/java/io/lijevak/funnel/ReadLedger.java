package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.lijevak.funnel.LedgerDeal.Row;
import io.lijevak.funnel.LedgerDeal.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads deals with their visits from the tables where they are written, not from the facts that funnels count. */
@Component
class ReadLedger {
    private static final int AT_ONCE = 2_000;

    private static final String DEALS = """
            select f.id, f.title, f.type_id, f.outcome, f.stage_id, f.proven_stage_id, f.responsible_id, p.team_id, f.source_id,
              {1} as in_category, {2} as with_product, {6} as in_groups, f.potential, f.opened_at, f.closed_at, f.created_at
            from {5} f left join person p on p.id = f.responsible_id
            where {0} and f.id > {3} order by f.id limit {4}
            """;

    private static final String VISITS = """
            select deal_id, seq, stage_id, entered_at, left_at, outcome, entry_potential, exit_potential, recorded_at,
              left_recorded_at
            from {1} v where deal_id = any({0}) order by deal_id, seq
            """;

    private final DSLContext sql;

    ReadLedger(DSLContext sql) {
        this.sql = sql;
    }

    /** How many deals hold the condition over the row {@code f}. */
    long count(Condition deals, Selection selection) {
        return sql.fetchSingle("select count(*) from {0} f where {1}", deals(selection), deals)
                .get(0, Long.class);
    }

    /** Gives each deal that holds the condition over the row {@code f}, in pieces, so that a large company fits. */
    @Transactional(readOnly = true)
    public void each(Condition deals, Selection selection, LedgerGroups groups, Consumer<LedgerDeal> consumer) {
        var filter = selection.query().filter();
        var last = 0L;
        var piece = List.<Row>of();
        do {
            piece = sql.fetch(
                            DEALS,
                            deals,
                            inCategory(filter),
                            withProduct(filter),
                            val(last),
                            val(AT_ONCE),
                            deals(selection),
                            groups.elsewhere(selection))
                    .into(Row.class);
            visits(piece, selection).forEach(consumer);
            last = piece.isEmpty() ? last : piece.getLast().id();
        } while (piece.size() == AT_ONCE);
    }

    private List<LedgerDeal> visits(List<Row> deals, Selection selection) {
        var ids = deals.stream().map(Row::id).toArray(Long[]::new);
        var visits = sql.fetch(VISITS, val(ids), selection.visits()).into(Visit.class);
        var found = new ArrayList<LedgerDeal>();
        var next = 0;
        for (var deal : deals) {
            var end = next;
            while (end < visits.size() && visits.get(end).dealId() == deal.id()) {
                end++;
            }
            found.add(new LedgerDeal(deal, visits.subList(next, end)));
            next = end;
        }
        return found;
    }

    private static Table<Record> deals(Selection selection) {
        var then = selection.knownThen();
        return then == null ? table("(select *, id as deal_id from deal)") : table("""
                        (select k.*, k.deal_id as id, k.state as outcome, null::bigint as proven_stage_id
                         from deals_known({0}) k)""", DealConditions.at(then));
    }

    private static Condition inCategory(FunnelFilter filter) {
        return filter.category() == null
                ? trueCondition()
                : condition(
                        "exists (select from customer_in_category c where c.customer_id = f.customer_id and c.category_id = {0})",
                        val(filter.category()));
    }

    private static Condition withProduct(FunnelFilter filter) {
        return filter.productGroup() == null ? trueCondition() : condition("""
                        exists (select from deal_line l join product p on p.id = l.product_id
                          where l.deal_id = f.id and p.group_id = {0})""", val(filter.productGroup()));
    }
}
