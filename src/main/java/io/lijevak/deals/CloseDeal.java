package io.lijevak.deals;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Answers;
import io.lijevak.process.Requirements;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a deal as won or lost, at whatever stage it stands. */
@Component
public class CloseDeal {
    private final Transitions transitions;
    private final LossCheck losses;
    private final Requirements requirements;
    private final Closings closings;
    private final DealProcess process;

    CloseDeal(
            Transitions transitions,
            LossCheck losses,
            Requirements requirements,
            Closings closings,
            DealProcess process) {
        this.transitions = transitions;
        this.losses = losses;
        this.requirements = requirements;
        this.closings = closings;
        this.process = process;
    }

    /** A loss as somebody states it; the competitor is named by id or, for one not on record yet, by name. */
    public record LossStatement(
            @Nullable Long reason,
            @Nullable Long competitor,
            @Nullable String competitorName,
            @Nullable String note,
            @Nullable LocalDate winBack) {

        public LossStatement(
                @Nullable Long reason,
                @Nullable Long competitor,
                @Nullable String competitorName,
                @Nullable String note) {
            this(reason, competitor, competitorName, note, null);
        }
    }

    /** A win as somebody states it; a final amount, when given, replaces the one expected so far. */
    public record WinStatement(
            @Nullable BigDecimal amount, @Nullable String note, Answers answers) {}

    @Transactional
    public void won(DealId id, Seen seen, @Nullable BigDecimal amount, @Nullable String note, CurrentUser user) {
        won(id, seen, new WinStatement(amount, note, Answers.NONE), user);
    }

    /** Marks the deal as won; refuses while something is missing that its stage demands. */
    @Transactional
    public void won(DealId id, Seen seen, WinStatement win, CurrentUser user) {
        var amount = win.amount();
        var note = win.note();
        var deal = transitions.begin(id, seen, user);
        process.refuseByHand(deal, "deals.error.win.automatic");
        deal = settled(deal, win.answers(), user);
        var changes = new LinkedHashMap<String, Change>();
        changes.put("outcome", new Change(deal.outcome().name(), DealOutcome.WON.name()));
        if (amount != null) {
            requireAmount(amount);
            var agreed = new Worth(amount, deal.worth().currency(), deal.worth().rate());
            changes.put("amount", new Change(Words.money(deal.worth()), Words.money(agreed)));
            deal.value(agreed);
        }
        deal.win(note, transitions.now());
        changes.put("note", new Change(null, note));
        transitions.finish(deal, "won", changes, user);
        closings.open(deal, null, user);
    }

    /** Marks the deal as lost, at whatever stage; what its process still asks for is taken back. */
    @Transactional
    public void lost(DealId id, Seen seen, LossStatement statement, CurrentUser user) {
        var deal = transitions.begin(id, seen, user);
        var checked = losses.check(statement);
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("outcome", new Change(deal.outcome().name(), DealOutcome.LOST.name()));
        changes.putAll(checked.words());
        deal.lose(checked.loss(), transitions.now());
        transitions.finish(deal, "lost", changes, user);
        closings.open(deal, statement.winBack(), user);
        process.stop(deal, user);
    }

    private Deal settled(Deal deal, Answers answers, CurrentUser user) {
        var stage = deal.stage();
        if (stage == null || deal.outcome() != DealOutcome.OPEN) {
            return deal;
        }
        requirements.settle(process.gate(deal, stage), answers, user);
        return answers.given().isEmpty() ? deal : transitions.begin(deal.id(), Seen.ANYTHING, user);
    }

    private static void requireAmount(BigDecimal amount) {
        if (amount.signum() < 0 || amount.precision() - amount.scale() > 17) {
            throw new InvalidInput(List.of(new FieldProblem("amount", "deals.error.amount.range")));
        }
    }
}
