package io.lijevak.deals;

import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the terms of a deal. Visits keep the potential they were entered and left with. */
@Component
public class ChangeDeal {
    private final Deals deals;
    private final StoredTerms stored;
    private final TermsCheck check;
    private final DealRows rows;
    private final DealJournal journal;

    ChangeDeal(Deals deals, StoredTerms stored, TermsCheck check, DealRows rows, DealJournal journal) {
        this.deals = deals;
        this.stored = stored;
        this.check = check;
        this.rows = rows;
        this.journal = journal;
    }

    /** Refuses a stale version and terms that break a rule. */
    @Transactional
    public void to(DealTerms terms, DealId id, int version, CurrentUser user) {
        var deal = deals.require(id);
        user.require(Resource.DEAL, Action.EDIT, deal.responsible());
        var before = stored.of(id).orElseThrow();
        var checked = check.changed(before, terms, user);
        if (!rows.update(id, version, checked.terms(), checked.worth())) {
            throw new StaleVersion();
        }
        if (!before.lines().equals(terms.lines())) {
            rows.replaceLines(id, terms.lines());
        }
        var was = TermsWords.of(before, deal.worth(), checked.found());
        var changes = TermsWords.of(checked).since(was);
        changes.putAll(checked.ofProperties());
        journal.write(user, id, "changed", changes);
    }

    /** The version a deal has now. */
    int version(DealId id) {
        return deals.require(id).loaded().version();
    }
}
