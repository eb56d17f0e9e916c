package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds bottlenecks again from the visits of deals, without the statements and the facts that they were found by. */
@Component
class RecountBottlenecks {
    private final ReadLedger ledger;
    private final ShowFunnel.Moments moments;

    RecountBottlenecks(ReadLedger ledger, ShowFunnel.Moments moments) {
        this.ledger = ledger;
        this.moments = moments;
    }

    /** Empty when there are too many deals to read. */
    Optional<Bottlenecks> of(Bottlenecks found, CurrentUser user) {
        var period = new LedgerFunnel(found.period(), selection(found.period(), user));
        var before = new LedgerFunnel(found.before(), selection(found.before(), user));
        var selection = selection(found.period(), user);
        var deals = selection
                .reach()
                .condition()
                .and(DSL.condition("f.type_id = {0}", DSL.val(selection.type().id())));
        if (ledger.count(deals, selection) > ShowPassport.MOST_RECOUNTED) {
            return Optional.empty();
        }
        ledger.each(deals, selection, new LedgerGroups(Map.of(), selection.zone()), deal -> {
            period.add(deal);
            before.add(deal);
        });
        return Optional.of(Bottlenecks.of(period.funnel(), before.funnel(), period.stays(), before.stays())
                .counted());
    }

    private Selection selection(Funnel funnel, CurrentUser user) {
        return Selection.of(
                funnel,
                moments.companies().current().timeZone(),
                moments.seen().of(funnel.query().filter().where(), user));
    }
}
