package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts a number again from the visits of deals, without the statements and the facts that it was counted by. */
@Component
class RecountCell {
    private final ReadLedger ledger;
    private final ReadEvents events;

    RecountCell(ReadLedger ledger, ReadEvents events) {
        this.ledger = ledger;
        this.events = events;
    }

    Passport.Recount of(Passport passport, Selection selection) {
        var cell = passport.cell();
        var groups = new LedgerGroups(passport.groups(), selection.zone());
        var all = cell.of(cell.figure() == Figure.UNDATED ? cell.figure() : Figure.ENTERED);
        var inclusion = new Inclusion(all, groups, selection);
        var sum = new LedgerFigures(passport.funnel().type(), cell.stage());
        var included = new ArrayList<Long>();
        var stays = new ArrayList<Stay>();
        ledger.each(selection.reach().condition(), selection, groups, deal -> {
            var verdict = inclusion.of(deal);
            sum.add(verdict);
            if (verdict.why() == null) {
                included.add(deal.row().id());
                Stay.of(verdict).ifPresent(stays::add);
            }
        });
        var rates = ShowCellRates.again(passport.rates(), sum.figures(), stays);
        return passport.recount(told(passport, sum.figures(), included, selection), included.size(), rates);
    }

    /** The figures with the events that the number counts. */
    private Figures told(Passport passport, Figures figures, List<Long> deals, Selection selection) {
        return passport.indicator() instanceof EventMeasure measure && passport.value() != null
                ? figures.with(Map.of(measure.key(), events.of(measure, deals, selection)))
                : figures;
    }

    /** The deal with its visits; empty when it is out of reach. */
    Optional<LedgerDeal> one(long deal, DealReach reach, Selection selection, Map<Dimension, String> groups) {
        var found = new LedgerDeal[1];
        ledger.each(
                reach.condition().and(DSL.condition("f.id = {0}", DSL.val(deal))),
                selection,
                new LedgerGroups(groups, selection.zone()),
                read -> found[0] = read);
        return Optional.ofNullable(found[0]);
    }
}
