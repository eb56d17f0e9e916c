package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.StageId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A possible sale on its way. Each transition changes its state and adds to the ledger what has happened. */
public final class Deal {
    private final State loaded;
    private final Ledger ledger;
    private DealTypeId type;
    private int stepsVersion;
    private @Nullable StageId stage;
    private DealOutcome outcome;
    private @Nullable Closing closing;
    private @Nullable Long responsible;
    private Worth worth;

    /** The state as it is stored; {@code id} and {@code version} are 0 before the first saving. */
    public record State(
            DealId id,
            int version,
            String title,
            DealTypeId type,
            int stepsVersion,
            @Nullable StageId stage,
            DealOutcome outcome,
            @Nullable Long responsible,
            Worth worth) {}

    Deal(State state, @Nullable Visit lastVisit) {
        loaded = state;
        ledger = new Ledger(lastVisit);
        type = state.type();
        stepsVersion = state.stepsVersion();
        stage = state.stage();
        outcome = state.outcome();
        responsible = state.responsible();
        worth = state.worth();
    }

    /** A new deal at a stage of its type; the steps before it are recorded as skipped. */
    static Deal open(String title, DealType type, @Nullable StageId at, Opening opening) {
        var state = new State(
                new DealId(0),
                0,
                title,
                type.id(),
                type.stepsVersion(),
                null,
                DealOutcome.OPEN,
                opening.responsible(),
                opening.worth());
        var deal = new Deal(state, null);
        deal.start(type, at, VisitCause.CREATED, opening.at());
        return deal;
    }

    record Opening(@Nullable Long responsible, Worth worth, Instant at) {}

    /** Goes to another step of the type as it is now; false when the deal stands there already. */
    boolean moveTo(StageId target, DealType now, DealType then, Instant at) {
        requireOpen();
        if (now.mode() != DealMode.MANUAL) {
            throw new Conflict("deals.error.move.mode." + now.mode().word());
        }
        requireStep(now, target);
        if (stage == null || target.equals(stage)) {
            return false;
        }
        var route = Route.between(now, then, stage, target);
        ledger.leave(route.forward() ? VisitOutcome.ADVANCED : VisitOutcome.RETURNED, moment(at));
        route.skipped().forEach(step -> ledger.skip(step.stage(), now.stepsVersion(), VisitCause.MOVED, moment(at)));
        ledger.enter(target, now.stepsVersion(), VisitCause.MOVED, moment(at));
        stage = target;
        stepsVersion = now.stepsVersion();
        return true;
    }

    /**
     * Follows its process to a stage of the version the process follows. Stages in between count as gone through when
     * their points were done beside the way, else as skipped; going over to another version is no move.
     */
    boolean follow(StageId target, DealType followed, Set<StageId> done, Instant at) {
        requireOpen();
        requireStep(followed, target);
        var migrated = stepsVersion != followed.stepsVersion();
        stepsVersion = followed.stepsVersion();
        if (!migrated && target.equals(stage) || stage == null) {
            return false;
        }
        if (migrated) {
            ledger.leave(VisitOutcome.SWITCHED, moment(at));
        } else {
            var route = Route.between(followed, followed, stage, target);
            ledger.leave(route.forward() ? VisitOutcome.ADVANCED : VisitOutcome.RETURNED, moment(at));
            route.skipped().forEach(step -> pass(step.stage(), done.contains(step.stage()), at));
        }
        ledger.enter(target, stepsVersion, migrated ? VisitCause.SWITCHED : VisitCause.MOVED, moment(at));
        stage = target;
        return true;
    }

    private void pass(StageId between, boolean done, Instant at) {
        if (done) {
            ledger.enter(between, stepsVersion, VisitCause.MOVED, moment(at));
            ledger.leave(VisitOutcome.ADVANCED, moment(at));
        } else {
            ledger.skip(between, stepsVersion, VisitCause.MOVED, moment(at));
        }
    }

    /** Whether {@link #moveTo} would find nothing to refuse, and something to do. */
    boolean mayMoveTo(StageId target, DealType now) {
        return outcome == DealOutcome.OPEN
                && now.mode() == DealMode.MANUAL
                && now.indexOf(target) >= 0
                && !target.equals(stage);
    }

    void win(@Nullable String note, Instant at) {
        close(DealOutcome.WON, VisitOutcome.WON, new Closing(at, null, null, note));
    }

    void lose(Loss loss, Instant at) {
        close(DealOutcome.LOST, VisitOutcome.LOST, new Closing(at, loss.reason(), loss.competitor(), loss.note()));
    }

    /** Takes a closed deal up again, at the stage where it was closed. */
    void reopen(Instant at) {
        if (outcome == DealOutcome.OPEN) {
            throw new Conflict("deals.error.open");
        }
        outcome = DealOutcome.OPEN;
        closing = null;
        if (stage != null) {
            ledger.enter(stage, stepsVersion, VisitCause.REOPENED, moment(at));
        }
    }

    /** Becomes a deal of another type: at the given step, else at the same stage if the type has it, else at the first. */
    void switchTo(DealType other, @Nullable StageId target, Instant at) {
        requireOpen();
        if (stage != null) {
            ledger.leave(VisitOutcome.SWITCHED, moment(at));
        }
        var kept = stage != null && other.indexOf(stage) >= 0 ? stage : null;
        type = other.id();
        stepsVersion = other.stepsVersion();
        stage = null;
        if (other.hasSteps()) {
            var entry = target != null
                    ? target
                    : kept != null ? kept : other.steps().getFirst().stage();
            requireStep(other, entry);
            ledger.enter(entry, stepsVersion, VisitCause.SWITCHED, moment(at));
            stage = entry;
        }
    }

    void assignTo(@Nullable Long person) {
        responsible = person;
    }

    /** An amount known better; visits keep the potential they began or ended with. */
    void value(Worth better) {
        worth = better;
    }

    public DealId id() {
        return loaded.id();
    }

    public String title() {
        return loaded.title();
    }

    public DealTypeId type() {
        return type;
    }

    public int stepsVersion() {
        return stepsVersion;
    }

    public @Nullable StageId stage() {
        return stage;
    }

    public DealOutcome outcome() {
        return outcome;
    }

    public @Nullable Long responsible() {
        return responsible;
    }

    public Worth worth() {
        return worth;
    }

    @Nullable
    Closing closing() {
        return closing;
    }

    State loaded() {
        return loaded;
    }

    Ledger ledger() {
        return ledger;
    }

    private void start(DealType of, @Nullable StageId at, VisitCause cause, Instant when) {
        if (!of.hasSteps()) {
            return;
        }
        var target = at == null ? of.steps().getFirst().stage() : at;
        requireStep(of, target);
        for (var step : Route.toStart(of, target).skipped()) {
            ledger.skip(step.stage(), stepsVersion, cause, moment(when));
        }
        ledger.enter(target, stepsVersion, cause, moment(when));
        stage = target;
    }

    private void close(DealOutcome result, VisitOutcome visit, Closing end) {
        requireOpen();
        if (stage != null) {
            ledger.leave(visit, moment(java.util.Objects.requireNonNull(end.at())));
        }
        outcome = result;
        closing = end;
    }

    void requireOpen() {
        if (outcome != DealOutcome.OPEN) {
            throw new Conflict("deals.error.closed." + outcome.word());
        }
    }

    private static void requireStep(DealType of, StageId target) {
        if (of.indexOf(target) < 0) {
            throw InvalidInput.at("stage", "deals.error.stage.unknown", of.name());
        }
    }

    private Ledger.Moment moment(Instant at) {
        return new Ledger.Moment(at, worth.potential(), responsible);
    }
}
