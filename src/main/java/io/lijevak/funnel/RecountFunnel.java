package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts the stages of a funnel again from the visits of deals, without the statements and the facts it was counted by. */
@Component
public class RecountFunnel {
    private final ReadLedger ledger;
    private final ShowFunnel.Moments moments;

    RecountFunnel(ReadLedger ledger, ShowFunnel.Moments moments) {
        this.ledger = ledger;
        this.moments = moments;
    }

    /** The stages alone are counted, the totals stay as they were told; empty when there are too many deals to read. */
    public Optional<Funnel> of(Funnel told, CurrentUser user) {
        var selection = Selection.of(
                told,
                moments.companies().current().timeZone(),
                moments.seen().of(told.query().filter().where(), user));
        var deals = selection
                .reach()
                .condition()
                .and(DSL.condition("f.type_id = {0}", DSL.val(selection.type().id())));
        if (ledger.count(deals, selection) > ShowPassport.MOST_RECOUNTED) {
            return Optional.empty();
        }
        var again = new LedgerFunnel(told, selection);
        ledger.each(deals, selection, new LedgerGroups(Map.of(), selection.zone()), again::add);
        return Optional.of(again.funnel());
    }
}
