package io.lijevak.deals;

import io.lijevak.process.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a deal's visits, and what a change adds to it: one visit left, some entered. Times never run backwards. */
final class Ledger {
    private @Nullable Visit last;
    private @Nullable Visit closed;
    private final List<Visit> opened = new ArrayList<>();

    Ledger(@Nullable Visit last) {
        this.last = last;
    }

    /** Whom, when and with which potential a visit begins or ends. */
    record Moment(
            Instant at,
            @Nullable BigDecimal potential,
            @Nullable Long responsible) {}

    void leave(VisitOutcome how, Moment moment) {
        if (last == null || !last.isOpen()) {
            throw new IllegalStateException("no visit is open");
        }
        last = last.left(how, moment.at(), moment.potential());
        if (opened.isEmpty()) {
            closed = last;
        } else {
            opened.set(opened.size() - 1, last);
        }
    }

    void enter(StageId stage, int stepsVersion, VisitCause cause, Moment moment) {
        if (last != null && last.isOpen()) {
            throw new IllegalStateException("a visit is still open");
        }
        var visit = new Visit(
                last == null ? 1 : last.seq() + 1,
                stepsVersion,
                stage,
                notBeforeLast(moment.at()),
                null,
                VisitOutcome.OPEN,
                moment.potential(),
                null,
                moment.responsible(),
                cause);
        opened.add(visit);
        last = visit;
    }

    void skip(StageId stage, int stepsVersion, VisitCause cause, Moment moment) {
        enter(stage, stepsVersion, cause, moment);
        leave(VisitOutcome.SKIPPED, moment);
    }

    /** The visit that stood open before the change and was left by it, if any. */
    @Nullable
    Visit closed() {
        return closed;
    }

    /** The visits the change added, in their order. */
    List<Visit> opened() {
        return List.copyOf(opened);
    }

    @Nullable
    Visit last() {
        return last;
    }

    private Instant notBeforeLast(Instant at) {
        var left = last == null ? null : last.leftAt();
        return left != null && at.isBefore(left) ? left : at;
    }
}
