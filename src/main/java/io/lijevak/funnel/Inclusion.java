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
    private final FunnelCell cell;
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
     * @param amount of the deal in the number, null when not known
     * @param seconds that it was in the stage, null when not known
     */
    record Verdict(
            @Nullable Exclusion why,
            @Nullable BigDecimal amount,
            @Nullable Long seconds) {
        static Verdict out(Exclusion why) {
            return new Verdict(why, null, null);
        }
    }

    Inclusion(FunnelCell cell, Selection selection) {
        this.cell = cell;
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
            case CLOSED -> !deal.outcome().equals("OPEN") && deal.closedAt() == null;
            case OVERLAP, SNAPSHOT -> false;
        };
        return unknown ? new Verdict(null, deal.potential(), null) : Verdict.out(Exclusion.DATED);
    }

    private Verdict withoutStages(LedgerDeal.Row deal) {
        var knownUntil = deal.closedAt() != null ? deal.closedAt() : deal.createdAt();
        var knownFrom = deal.openedAt() != null ? deal.openedAt() : knownUntil;
        if (past != null && !knownFrom.isBefore(past)) {
            return Verdict.out(Exclusion.NOT_YET);
        }
        var state = past == null || knownUntil.isBefore(past) ? deal.outcome() : "OPEN";
        var out = byDates(deal, state, state.equals("OPEN") ? null : deal.closedAt());
        if (out != null) {
            return Verdict.out(out);
        }
        var touches = knownFrom.isBefore(until) && (state.equals("OPEN") || !knownUntil.isBefore(from));
        if (query.rule() == PeriodRule.OVERLAP && !touches) {
            return Verdict.out(Exclusion.NOT_IN_PERIOD);
        }
        return cell.stage() != null
                ? Verdict.out(Exclusion.OTHER_STAGE)
                : whole(state, deal.potential(), deal.openedAt(), deal.closedAt());
    }

    private Verdict proven(LedgerDeal.Row deal) {
        if (!deal.outcome().equals("OPEN")) {
            return Verdict.out(Exclusion.NOT_OPEN);
        }
        if (deal.stageId() == null) {
            return Verdict.out(Exclusion.NO_STAGE);
        }
        var stage = Objects.requireNonNullElse(deal.provenStageId(), deal.stageId());
        if (cell.stage() == null) {
            return whole("OPEN", deal.potential(), null, null);
        }
        return stage.equals(cell.stage())
                ? inStage("OPEN", deal.potential(), null)
                : Verdict.out(Exclusion.OTHER_STAGE);
    }

    private Verdict byVisits(LedgerDeal deal) {
        var known = known(deal.visits());
        if (known.isEmpty()) {
            return Verdict.out(deal.visits().isEmpty() ? without() : Exclusion.NOT_YET);
        }
        var last = known.getLast();
        var state = last.outcome().equals("WON") || last.outcome().equals("LOST") ? last.outcome() : "OPEN";
        var out = byDates(deal.row(), state, state.equals("OPEN") ? null : last.leftAt());
        if (out != null) {
            return Verdict.out(out);
        }
        var selected = known.stream()
                .filter(visit -> visit.isEntry() && isSelected(visit, last))
                .toList();
        if (selected.isEmpty()) {
            return Verdict.out(without());
        }
        return cell.stage() == null
                ? whole(
                        state,
                        amount(deal.row(), selected.getLast()),
                        deal.row().openedAt(),
                        last.leftAt())
                : inStage(cell.stage(), deal.row(), known, selected);
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
        var open = state.equals("OPEN");
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
            case SNAPSHOT -> visit == last && visit.outcome().equals("OPEN");
            case OVERLAP ->
                visit.knownFrom().isBefore(until)
                        && (visit.outcome().equals("OPEN")
                                || !visit.knownUntil().isBefore(from));
        };
    }

    private Verdict whole(
            String state, @Nullable BigDecimal amount, @Nullable Instant opened, @Nullable Instant closed) {
        if (!cell.figure().states().contains(state)) {
            return Verdict.out(Exclusion.OTHER_OUTCOME);
        }
        if (cell.figure() != Figure.TIMED) {
            return new Verdict(null, amount, null);
        }
        return opened == null || closed == null || closed.isBefore(opened)
                ? Verdict.out(Exclusion.NO_DAYS)
                : new Verdict(null, amount, Duration.between(opened, closed).toSeconds());
    }

    private Verdict inStage(long stage, LedgerDeal.Row deal, List<Visit> known, List<Visit> selected) {
        Map<Long, Visit> lastThere = new HashMap<>();
        selected.forEach(visit -> lastThere.put(visit.stageId(), visit));
        var visit = lastThere.get(stage);
        if (visit != null) {
            return inStage(visit.outcome(), amount(deal, visit), seconds(known, stage));
        }
        var steps = type.steps().stream().map(FunnelStage::id).toList();
        var reached = lastThere.keySet().stream().mapToInt(steps::indexOf).max().orElse(-1);
        var passed = query.counting() == Counting.BUILT_UP && steps.contains(stage) && steps.indexOf(stage) < reached;
        return passed
                ? inStage("ADVANCED", query.potential() == PotentialMoment.CURRENT ? deal.potential() : null, null)
                : Verdict.out(Exclusion.OTHER_STAGE);
    }

    private Verdict inStage(String outcome, @Nullable BigDecimal amount, @Nullable Long seconds) {
        if (!cell.figure().outcomes().contains(outcome)) {
            return Verdict.out(Exclusion.OTHER_OUTCOME);
        }
        return cell.figure() == Figure.TIMED && seconds == null
                ? Verdict.out(Exclusion.NO_DAYS)
                : new Verdict(null, amount, seconds);
    }

    private @Nullable BigDecimal amount(LedgerDeal.Row deal, Visit visit) {
        return switch (query.potential()) {
            case CURRENT -> deal.potential();
            case ENTRY -> visit.entryPotential();
            case EXIT -> visit.outcome().equals("OPEN") ? deal.potential() : visit.exitPotential();
        };
    }

    /** All visits of the stage together, whose both ends are known; one that goes on lasts to the moment. */
    private @Nullable Long seconds(List<Visit> known, long stage) {
        Long sum = null;
        for (var visit : known) {
            var end = visit.outcome().equals("OPEN") ? moment : visit.leftAt();
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
