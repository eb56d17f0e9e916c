package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the won and lost deals of a question one by one as deals and visits tell them, for reports that are counted again. */
@Component
public class LedgerDeals {
    /** More deals are not read while somebody waits. */
    public static final long MOST = ShowPassport.MOST_RECOUNTED;

    private static final int AT_ONCE = 2_000;
    private final ReadLedger ledger;
    private final ShowFunnel.Moments moments;
    private final DSLContext sql;

    /**
     * A deal that was won or lost.
     *
     * @param category the first one of its customer
     * @param seconds from its opening to its win
     * @param visits in their order, those alone that were known at the moment of the question
     */
    public record Decided(
            long id,
            long responsible,
            @Nullable Long source,
            @Nullable Long category,
            boolean won,
            @Nullable BigDecimal amount,
            @Nullable Long seconds,
            List<Led> visits) {}

    /** A visit with who was responsible in it. */
    public record Led(
            long dealId,
            long stageId,
            @Nullable Long responsibleId,
            String outcome,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            Instant recordedAt,
            @Nullable Instant leftRecordedAt) {
        /** A skipped or switched visit is no entry. */
        public boolean isEntry() {
            return !outcome.equals("SKIPPED") && !outcome.equals("SWITCHED");
        }

        /** Whether the stage was led to its end. */
        public boolean isPassed() {
            return outcome.equals("ADVANCED") || outcome.equals("WON");
        }
    }

    private record Customer(long id, @Nullable Long category) {}

    private record Read(LedgerDeal.Row row, Inclusion.Verdict verdict) {}

    LedgerDeals(ReadLedger ledger, ShowFunnel.Moments moments, DSLContext sql) {
        this.ledger = ledger;
        this.moments = moments;
        this.sql = sql;
    }

    /** Deals of nobody are left out; false, and nothing is read, when there are too many. */
    public boolean each(FunnelQuery query, FunnelType type, CurrentUser eyes, Consumer<Decided> consumer) {
        var selection = Selection.of(
                query,
                type,
                moments.companies().current().timeZone(),
                moments.clock().instant(),
                DealReach.of(eyes));
        var deals = selection.reach().condition().and(DSL.condition("f.type_id = {0}", DSL.val(type.id())));
        if (ledger.count(deals, selection) > MOST) {
            return false;
        }
        var groups = new LedgerGroups(Map.of(), selection.zone());
        var inclusion = new Inclusion(new FunnelCell(query, null, Figure.DECIDED), groups, selection);
        var piece = new ArrayList<Read>();
        ledger.each(deals, selection, groups, deal -> {
            var verdict = inclusion.of(deal);
            if (verdict.why() == null && deal.row().responsibleId() != null) {
                piece.add(new Read(deal.row(), verdict));
            }
            if (piece.size() == AT_ONCE) {
                hand(piece, selection, consumer);
                piece.clear();
            }
        });
        hand(piece, selection, consumer);
        return true;
    }

    private void hand(List<Read> deals, Selection selection, Consumer<Decided> consumer) {
        var ids = deals.stream().map(read -> read.row().id()).toArray(Long[]::new);
        var visits = sql.fetch("""
                        select deal_id, stage_id, responsible_id, outcome, entered_at, left_at, recorded_at, left_recorded_at
                        from stage_visit where deal_id = any({0}) order by deal_id, seq""", DSL.val(ids)).into(Led.class).stream()
                .filter(visit -> isKnown(visit, selection.asOf()))
                .collect(Collectors.groupingBy(Led::dealId));
        var categories = sql.fetch("""
                        select d.id, (select min(c.category_id) from customer_in_category c
                          where c.customer_id = d.customer_id) as category
                        from deal d where d.id = any({0})""", DSL.val(ids)).into(Customer.class).stream()
                .filter(customer -> customer.category() != null)
                .collect(Collectors.toMap(Customer::id, Customer::category));
        for (var read : deals) {
            var row = read.row();
            consumer.accept(new Decided(
                    row.id(),
                    java.util.Objects.requireNonNull(row.responsibleId()),
                    row.sourceId(),
                    categories.get(row.id()),
                    read.verdict().came().equals("WON"),
                    read.verdict().amount(),
                    read.verdict().toWin(),
                    visits.getOrDefault(row.id(), List.of())));
        }
    }

    private static boolean isKnown(Led visit, @Nullable Instant past) {
        var from = visit.enteredAt() != null
                ? visit.enteredAt()
                : visit.leftAt() != null ? visit.leftAt() : visit.recordedAt();
        return past == null || from.isBefore(past);
    }
}
