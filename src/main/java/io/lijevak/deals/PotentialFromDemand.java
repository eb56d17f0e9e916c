package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the customer asked for as the amount of the deal. */
@Component
public class PotentialFromDemand {
    private final Deals deals;
    private final DemandLines demand;
    private final StoredTerms stored;
    private final ChangeDeal change;

    PotentialFromDemand(Deals deals, DemandLines demand, StoredTerms stored, ChangeDeal change) {
        this.deals = deals;
        this.demand = demand;
        this.stored = stored;
        this.change = change;
    }

    /** Refuses a deal whose products decide its amount, and demand of unknown worth. */
    @Transactional
    public void fill(DealId id, CurrentUser user) {
        var deal = deals.require(id);
        user.require(Resource.DEAL, Action.EDIT, deal.responsible());
        var lines = demand.of(id).stream().filter(line -> line.amount() != null).toList();
        var terms = stored.of(id).orElseThrow();
        if (lines.isEmpty()) {
            throw new Conflict("deals.error.demand.unknown");
        }
        if (!terms.lines().isEmpty()) {
            throw new Conflict("deals.error.demand.products");
        }
        change.to(terms.withAmount(sum(lines, deal.worth())), id, change.version(id), user);
    }

    /** Exact when all lines are in the currency of the deal, else by their worth in the management currency. */
    static BigDecimal sum(List<DemandLine> lines, Worth worth) {
        var same = lines.stream().allMatch(line -> line.currency().equals(worth.currency()));
        return same
                ? lines.stream().map(DemandLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add)
                : DemandLines.expected(lines).divide(worth.rate(), 2, RoundingMode.HALF_UP);
    }
}
