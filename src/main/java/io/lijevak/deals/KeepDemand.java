package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes what the customer of a deal asked for; whoever may edit the deal may. */
@Component
public class KeepDemand {
    private static final int LONGEST = 2_000;
    private static final BigDecimal LARGEST = new BigDecimal("99999999999999999.99");
    private final Deals deals;
    private final DemandLines lines;
    private final DemandRows rows;
    private final UnmetReasons reasons;
    private final DealJournal journal;

    KeepDemand(Deals deals, DemandLines lines, DemandRows rows, UnmetReasons reasons, DealJournal journal) {
        this.deals = deals;
        this.lines = lines;
        this.rows = rows;
        this.reasons = reasons;
        this.journal = journal;
    }

    /** Refuses a wish without words, a negative amount, an unknown currency, and less than all without a reason. */
    @Transactional
    public long add(DealId deal, DemandLine.Fields given, CurrentUser user) {
        authorise(deal, user);
        check(given, null);
        var id = rows.insert(deal, given, user.id());
        record(deal, "demandAdded", null, lines.require(deal, id), user);
        return id;
    }

    @Transactional
    public void change(DealId deal, long id, int version, DemandLine.Fields given, CurrentUser user) {
        authorise(deal, user);
        var before = lines.require(deal, id);
        check(given, before);
        if (!rows.update(id, version, given)) {
            throw new StaleVersion();
        }
        record(deal, "demandChanged", before, lines.require(deal, id), user);
    }

    @Transactional
    public void remove(DealId deal, long id, CurrentUser user) {
        authorise(deal, user);
        var before = lines.require(deal, id);
        rows.delete(id);
        record(deal, "demandRemoved", before, null, user);
    }

    private void authorise(DealId deal, CurrentUser user) {
        user.require(Resource.DEAL, Action.EDIT, deals.require(deal).responsible());
        if (!lines.isRecordedAtAll()) {
            throw new Conflict("deals.error.demand.off");
        }
    }

    private void check(DemandLine.Fields given, @Nullable DemandLine before) {
        var problems = new ArrayList<FieldProblem>();
        if (given.wish().isBlank()) {
            problems.add(new FieldProblem("wish", "platform.problem.required"));
        } else if (given.wish().length() > LONGEST) {
            problems.add(new FieldProblem("wish", "deals.error.title.long", LONGEST));
        }
        var amount = given.amount();
        if (amount != null && (amount.signum() < 0 || amount.compareTo(LARGEST) > 0)) {
            problems.add(new FieldProblem("amount", "deals.error.amount.range"));
        }
        var percent = given.satisfied();
        if (percent != null && (percent < 0 || percent > 100)) {
            problems.add(new FieldProblem("satisfied", "deals.error.results.percent"));
        } else if (percent != null && percent < 100 && given.reason() == null) {
            problems.add(new FieldProblem("reason", "deals.error.demand.reason"));
        }
        checkReason(given.reason(), before, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void checkReason(@Nullable Long reason, @Nullable DemandLine before, ArrayList<FieldProblem> problems) {
        var kept = before != null
                && before.reason() != null
                && reason != null
                && before.reason().id() == reason;
        var usable = reasons.all().stream().anyMatch(one -> reason != null && one.id() == reason && !one.retired());
        if (reason != null && !kept && !usable) {
            problems.add(new FieldProblem("reason", "platform.problem.choice"));
        }
    }

    private void record(
            DealId deal, String action, @Nullable DemandLine before, @Nullable DemandLine after, CurrentUser user) {
        journal.write(user, deal, action, Map.of("demand", new Change(words(before), words(after))));
    }

    private static @Nullable String words(@Nullable DemandLine line) {
        if (line == null) {
            return null;
        }
        var worth = line.amount() == null ? "" : ", " + line.amount().toPlainString() + " " + line.currency();
        var met = line.satisfied() == null ? "" : ", " + line.satisfied() + " %";
        return line.wish()
                + worth
                + met
                + (line.reason() == null ? "" : ", " + line.reason().name());
    }
}
