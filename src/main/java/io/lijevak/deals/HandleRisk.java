package io.lijevak.deals;

import io.lijevak.deals.RiskSignal.Handling;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Acts on the warnings of a deal: they leave the worklist, and what was done is kept with what became of the deal. */
@Component
public class HandleRisk {
    private static final int LONGEST = 2_000;
    private final Transitions transitions;
    private final AssignDeal assign;
    private final RiskSignals signals;
    private final DealJournal journal;
    private final List<Reminders> reminders;

    HandleRisk(
            Transitions transitions,
            AssignDeal assign,
            RiskSignals signals,
            DealJournal journal,
            List<Reminders> reminders) {
        this.transitions = transitions;
        this.assign = assign;
        this.signals = signals;
        this.journal = journal;
        this.reminders = reminders;
    }

    /**
     * What somebody does about the warnings.
     *
     * @param note what the task says, the note, or why they are dismissed
     * @param person who does the task or takes the deal over
     * @param due when the task is due
     * @param all whether the plans of the one who had the deal go along when it is taken over; they do unless it is false
     */
    public record Act(
            @Nullable Handling how,
            @Nullable String note,
            @Nullable Long person,
            @Nullable LocalDate due,
            @Nullable Boolean all) {}

    /** Whether a task can be made of a warning here. */
    public boolean makesTasks() {
        return !reminders.isEmpty();
    }

    /** Refuses when there is no warning any more, without words, and a takeover by nobody. */
    @Transactional
    public void of(DealId id, Act act, CurrentUser user) {
        var deal = transitions.begin(id, Seen.ANYTHING, user);
        var how = act.how();
        if (how == null || how == Handling.TASK && !makesTasks()) {
            throw InvalidInput.at("how", "deals.error.risk.how");
        }
        var note = note(act, how);
        switch (how) {
            case TASK -> remind(deal, note, act, user);
            case REASSIGNED -> assign(deal, act, user);
            case NOTED, DISMISSED -> {}
        }
        if (signals.handle(id, how, note, user.id()) == 0) {
            throw new Conflict("deals.error.risk.none");
        }
        var changes = new LinkedHashMap<String, Change>();
        changes.put("note", new Change(null, note.isEmpty() ? null : note));
        journal.write(
                user,
                id,
                "risk" + how.name().charAt(0) + how.name().substring(1).toLowerCase(java.util.Locale.ROOT),
                changes);
    }

    private void remind(Deal deal, String title, Act act, CurrentUser user) {
        var responsible = deal.responsible();
        var executor = act.person() != null ? act.person() : responsible != null ? responsible : user.id();
        var due = InvalidInput.required("due", act.due());
        reminders.forEach(desk -> desk.remind(deal.id(), title, executor, due, user));
    }

    private void assign(Deal deal, Act act, CurrentUser user) {
        if (act.person() == null || act.person().equals(deal.responsible())) {
            throw InvalidInput.at("person", "deals.error.risk.person");
        }
        assign.to(act.person(), deal.id(), Seen.ANYTHING, !Boolean.FALSE.equals(act.all()), user);
    }

    private static String note(Act act, Handling how) {
        var note = act.note() == null ? "" : act.note().strip();
        if (note.isEmpty() && how != Handling.REASSIGNED) {
            throw InvalidInput.at("note", "deals.error.risk.note");
        }
        if (note.length() > LONGEST) {
            throw InvalidInput.at("note", "deals.error.title.long", LONGEST);
        }
        return note;
    }
}
