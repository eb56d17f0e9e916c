package io.lijevak.deals;

import io.lijevak.deals.References.Kind;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Collections;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates a deal and opens its first stage visit. */
@Component
public class CreateDeal {
    private final DealTypes types;
    private final TermsCheck check;
    private final DealRows rows;
    private final DealJournal journal;
    private final DealProcess process;

    CreateDeal(DealTypes types, TermsCheck check, DealRows rows, DealJournal journal, DealProcess process) {
        this.types = types;
        this.check = check;
        this.rows = rows;
        this.journal = journal;
        this.process = process;
    }

    /** Refuses a type whose use is not allowed, a stage it does not have, and terms that break a rule. */
    @Transactional
    public DealId with(NewDeal wanted, CurrentUser user) {
        return created(wanted, user).id();
    }

    /** A new deal and its type. */
    record Created(DealId id, DealType type) {}

    Created created(NewDeal wanted, CurrentUser user) {
        user.require(Resource.DEAL, Action.CREATE, wanted.responsible());
        var type = types.findHeld(wanted.type()).orElseThrow(() -> InvalidInput.at("type", "deals.error.type.unknown"));
        if (!type.isOffered()) {
            throw InvalidInput.at("type", "deals.error.type.notAllowed", type.name());
        }
        var people = Collections.singletonList(wanted.responsible());
        var checked = check.fresh(wanted.terms(), people, user);
        var responsible = checked.found().get(Kind.PERSON, wanted.responsible());
        if (wanted.responsible() != null && (responsible == null || !responsible.usable())) {
            throw InvalidInput.at("responsible", "deals.error.responsible.unknown");
        }
        var now = process.now();
        var opening = new Deal.Opening(wanted.responsible(), checked.worth(), now);
        var deal = Deal.open(wanted.terms().title().strip(), type, wanted.stage(), opening);
        var id = rows.insert(deal, checked.terms(), new VisitRows.Recorded(user.id(), now));
        var changes = TermsWords.of(checked).since(TermsWords.NOTHING);
        changes.putAll(checked.ofProperties());
        journal.write(user, id, "created", changes);
        process.begin(id, deal.ledger(), type, wanted.stage(), user);
        return new Created(id, type);
    }
}
