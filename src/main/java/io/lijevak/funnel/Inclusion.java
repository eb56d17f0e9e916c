package io.lijevak.funnel;

import io.lijevak.funnel.LedgerDeal.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides from its visits alone whether a deal is in a number of a funnel. It shares no line with the statements that
 * count the number, so that it can check them.
 */
final class Inclusion {
    private static final String OPEN = "OPEN";
    private static final String WON = "WON";
    private static final String LOST = "LOST";

    private final FunnelCell cell;
    private final LedgerGroups groups;
    private final FunnelQuery query;
    private final FunnelType type;
    private final Instant from;
    private final Instant until;
    private final @Nullable Instant past;
    private final Instant moment;

    /**
     * What was decided.
     *
     * @param why null = it is in
     * @param came what became of it there
     * @param amount of the deal in the number, null when not known
     * @param seconds that it was in the stage, null when not known
     * @param toWin seconds from its opening to its win, null when it was not won there or a day is not known
     * @param stands the stage where it stands now
     */
    record Verdict(
            @Nullable Exclusion why,
            String came,
            @Nullable BigDecimal amount,
            @Nullable Long seconds,
            @Nullable Long toWin,
            @Nullable Long stands) {
        static Verdict out(Exclusion why) {
            return new Verdict(why, OPEN, null, null, null, null);
        }
    }

    /** What is known of a deal as of the moment: its state, when it was closed, and its last selected visit. */
    private record Known(
            LedgerDeal.Row deal,
            String state,
            @Nullable Instant closed,
            @Nullable Visit last) {
        @Nullable
        Long toWin() {
            var opened = deal.openedAt();
            return !state.equals(WON) || opened == null || closed == null || closed.isBefore(opened)
                    ? null
                    : Long.valueOf(Duration.between(opened, closed).toSeconds());
        }
    }

    Inclusion(FunnelCell cell, LedgerGroups groups, Selection selection) {
        this.cell = cell;
        this.groups = groups;
        this.query = cell.query();
        this.type = selection.type();
        this.from = selection.from();
        this.until = selection.until();
        this.past = selection.asOf();
        this.moment = selection.moment();
    }

    Verdict of(LedgerDeal deal) {
        var filtered = filter(deal.row());
        if (filtered != null) {
            return Verdict.out(filtered);
        }
        if (cell.figure() == Figure.UNDATED) {
            return undated(deal.row());
        }
        if (!type.process()) {
            return withoutStages(deal.row());
        }
        return query.counting() == Counting.PROVEN ? proven(deal.row()) : byVisits(deal);
    }

    private @Nullable Exclusion filter(LedgerDeal.Row deal) {
        var filter = query.filter();
        if (deal.typeId() != type.id()) {
            return Exclusion.TYPE;
        }
        if (differs(filter.owner(), deal.responsibleId())) {
            return Exclusion.OWNER;
        }
        if (differs(filter.team(), deal.teamId())) {
            return Exclusion.TEAM;
        }
        if (differs(filter.source(), deal.sourceId())) {
            return Exclusion.SOURCE;
        }
        if (!deal.inCategory()) {
            return Exclusion.CATEGORY;
        }
        return deal.withProduct() ? null : Exclusion.PRODUCT_GROUP;
    }

    private static boolean differs(@Nullable Long asked, @Nullable Long value) {
        return asked != null && !asked.equals(value);
    }

    private Verdict undated(LedgerDeal.Row deal) {
        var unknown = switch (query.rule()) {
            case COHORT -> deal.openedAt() == null;
            case CLOSED -> !deal.outcome().equals(OPEN) && deal.closedAt() == null;
            case OVERLAP, SNAPSHOT -> false;
        };
        return unknown
                ? new Verdict(null, deal.outcome(), deal.potential(), null, null, null)
                : Verdict.out(Exclusion.DATED);
    }

    private Verdict withoutStages(LedgerDeal.Row deal) {
        var knownUntil = deal.closedAt() != null ? deal.closedAt() : deal.createdAt();
        var knownFrom = deal.openedAt() != null ? deal.openedAt() : knownUntil;
        if (past != null && !knownFrom.isBefore(past)) {
            return Verdict.out(Exclusion.NOT_YET);
        }
        var state = past == null || knownUntil.isBefore(past) ? deal.outcome() : OPEN;
        var closed = state.equals(OPEN) ? null : deal.closedAt();
        var out = byDates(deal, state, closed);
        if (out != null) {
            return Verdict.out(out);
        }
        var touches = knownFrom.isBefore(until) && (state.equals(OPEN) || !knownUntil.isBefore(from));
        if (query.rule() == PeriodRule.OVERLAP && !touches) {
            return Verdict.out(Exclusion.NOT_IN_PERIOD);
        }
        return cell.stage() != null
                ? Verdict.out(Exclusion.OTHER_STAGE)
                : whole(new Known(deal, state, closed, null), deal.potential(), null);
    }

    private Verdict proven(LedgerDeal.Row deal) {
        if (!deal.outcome().equals(OPEN)) {
            return Verdict.out(Exclusion.NOT_OPEN);
        }
        if (deal.stageId() == null) {
            return Verdict.out(Exclusion.NO_STAGE);
        }
        var stage = Objects.requireNonNullElse(deal.provenStageId(), deal.stageId());
        var known = new Known(deal, OPEN, null, null);
        if (cell.stage() == null) {
            return whole(known, deal.potential(), stage);
        }
        return stage.equals(cell.stage())
                ? inStage(known, new Verdict(null, OPEN, deal.potential(), null, null, stage), null)
                : Verdict.out(Exclusion.OTHER_STAGE);
    }

    private Verdict byVisits(LedgerDeal deal) {
        var known = known(deal.visits());
        if (known.isEmpty()) {
            return Verdict.out(deal.visits().isEmpty() ? without() : Exclusion.NOT_YET);
        }
        var last = known.getLast();
        var state = last.outcome().equals(WON) || last.outcome().equals(LOST) ? last.outcome() : OPEN;
        var closed = state.equals(OPEN) ? null : last.leftAt();
        var out = byDates(deal.row(), state, closed);
        if (out != null) {
            return Verdict.out(out);
        }
        var selected = known.stream()
                .filter(visit -> visit.isEntry() && isSelected(visit, last))
                .toList();
        if (selected.isEmpty()) {
            return Verdict.out(without());
        }
        var told = new Known(deal.row(), state, closed, selected.getLast());
        return cell.stage() == null
                ? whole(told, amount(deal.row(), selected.getLast()), standing(selected.getLast()))
                : inStage(cell.stage(), told, known, selected);
    }

    private static @Nullable Long standing(Visit visit) {
        return visit.outcome().equals(OPEN) ? visit.stageId() : null;
    }

    private Exclusion without() {
        return query.rule() == PeriodRule.OVERLAP ? Exclusion.NOT_IN_PERIOD : Exclusion.NO_STAGE;
    }

    /** The visits known at the moment; the last one goes on when it was left later. */
    private List<Visit> known(List<Visit> visits) {
        var then = past;
        if (then == null) {
            return visits;
        }
        var known = new ArrayList<>(visits.stream()
                .filter(visit -> visit.knownFrom().isBefore(then))
                .toList());
        if (!known.isEmpty() && !known.getLast().knownUntil().isBefore(then)) {
            known.set(known.size() - 1, known.getLast().goingOn());
        }
        return known;
    }

    private @Nullable Exclusion byDates(LedgerDeal.Row deal, String state, @Nullable Instant closed) {
        var open = state.equals(OPEN);
        if (!open && (query.view() == FunnelView.ACTIVE || query.rule() == PeriodRule.SNAPSHOT)) {
            return Exclusion.NOT_OPEN;
        }
        return switch (query.rule()) {
            case COHORT -> within(deal.openedAt(), Exclusion.OPENED_UNKNOWN, Exclusion.OPENED_OUTSIDE);
            case CLOSED ->
                open ? Exclusion.STILL_OPEN : within(closed, Exclusion.CLOSED_UNKNOWN, Exclusion.CLOSED_OUTSIDE);
            case OVERLAP, SNAPSHOT -> null;
        };
    }

    private @Nullable Exclusion within(@Nullable Instant day, Exclusion unknown, Exclusion outside) {
        if (day == null) {
            return unknown;
        }
        return day.isBefore(from) || !day.isBefore(until) ? outside : null;
    }

    private boolean isSelected(Visit visit, Visit last) {
        return switch (query.rule()) {
            case COHORT, CLOSED -> true;
            case SNAPSHOT -> visit == last && visit.outcome().equals(OPEN);
            case OVERLAP ->
                visit.knownFrom().isBefore(until)
                        && (visit.outcome().equals(OPEN) || !visit.knownUntil().isBefore(from));
        };
    }

    private Verdict whole(Known known, @Nullable BigDecimal amount, @Nullable Long stands) {
        var entered = known.last() == null ? null : known.last().enteredAt();
        if (!groups.hold(known.deal(), known.state(), known.closed(), entered)) {
            return Verdict.out(Exclusion.OTHER_GROUP);
        }
        if (!cell.figure().states().contains(known.state())) {
            return Verdict.out(Exclusion.OTHER_OUTCOME);
        }
        var toWin = known.toWin();
        return cell.figure() == Figure.TIMED && toWin == null
                ? Verdict.out(Exclusion.NO_DAYS)
                : new Verdict(null, known.state(), amount, null, toWin, stands);
    }

    private Verdict inStage(long stage, Known known, List<Visit> visits, List<Visit> selected) {
        var deal = known.deal();
        Map<Long, Visit> lastThere = new HashMap<>();
        selected.forEach(visit -> lastThere.put(visit.stageId(), visit));
        var visit = lastThere.get(stage);
        if (visit != null) {
            var toWin = visit == known.last() ? known.toWin() : null;
            return inStage(
                    known,
                    new Verdict(
                            null, visit.outcome(), amount(deal, visit), seconds(visits, stage), toWin, standing(visit)),
                    visit.enteredAt());
        }
        var steps = type.steps().stream().map(FunnelStage::id).toList();
        var reached = lastThere.keySet().stream().mapToInt(steps::indexOf).max().orElse(-1);
        var passed = query.counting() == Counting.BUILT_UP && steps.contains(stage) && steps.indexOf(stage) < reached;
        if (!passed) {
            return Verdict.out(Exclusion.OTHER_STAGE);
        }
        var amount = query.potential() == PotentialMoment.CURRENT ? deal.potential() : null;
        return inStage(known, new Verdict(null, "ADVANCED", amount, null, null, null), null);
    }

    private Verdict inStage(Known known, Verdict there, @Nullable Instant entered) {
        if (!groups.hold(known.deal(), known.state(), known.closed(), entered)) {
            return Verdict.out(Exclusion.OTHER_GROUP);
        }
        if (!cell.figure().outcomes().contains(there.came())) {
            return Verdict.out(Exclusion.OTHER_OUTCOME);
        }
        return cell.figure() == Figure.TIMED && there.seconds() == null ? Verdict.out(Exclusion.NO_DAYS) : there;
    }

    private @Nullable BigDecimal amount(LedgerDeal.Row deal, Visit visit) {
        return switch (query.potential()) {
            case CURRENT -> deal.potential();
            case ENTRY -> visit.entryPotential();
            case EXIT -> visit.outcome().equals(OPEN) ? deal.potential() : visit.exitPotential();
        };
    }

    /** All visits of the stage together, whose both ends are known; one that goes on lasts to the moment. */
    private @Nullable Long seconds(List<Visit> known, long stage) {
        Long sum = null;
        for (var visit : known) {
            var end = visit.outcome().equals(OPEN) ? moment : visit.leftAt();
            if (visit.stageId() == stage
                    && visit.enteredAt() != null
                    && end != null
                    && !visit.outcome().equals("SKIPPED")) {
                var seconds =
                        Math.max(0, Duration.between(visit.enteredAt(), end).toSeconds());
                sum = (sum == null ? 0 : sum) + seconds;
            }
        }
        return sum;
    }
}
