package io.lijevak.funnel;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Columns of past moments and of periods that visits touch, made of the visits in memory. These are read when the
 * funnel is first asked for, follow what is committed before each question, and are given up when memory is scarce. What
 * was known before a moment is read when it is asked for, and kept until another moment is.
 */
@Component
class LiveHistory {
    /** So that many large changes do not keep the database busy with reading. */
    private static final int REST = 5;

    private final HeldHistory now;
    private final HeldHistory then;
    private final AtomicBoolean prepared = new AtomicBoolean();

    LiveHistory(LoadHistory loads, FollowHistory follows) {
        now = new HeldHistory(loads, follows, REST);
        then = new HeldHistory(loads, follows, 0);
    }

    /** Reads the visits once in the background: who looks at the funnel may ask about its past. */
    void prepare(Set<Long> process) {
        if (prepared.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("visits").start(() -> now.isReady(process, null));
        }
    }

    /** Reads the visits that the selection asks for, when they are not there; false when that cannot be done now. Not to be asked within a transaction. */
    boolean isReady(Selection selection, Set<Long> process) {
        return of(selection).isReady(process, selection.knownThen());
    }

    /** How many percent are read of the visits that the selection asks for, when that is not done soon; see {@link HeldHistory#reading}. */
    OptionalInt reading(Selection selection, Set<Long> process, Duration patience) {
        return of(selection).reading(process, selection.knownThen(), patience);
    }

    /** The columns of the moment a selection asks for, with all that was committed before the call; empty when they are not there in time. */
    Optional<Columns> now(Selection selection, Set<Long> process) {
        return of(selection).now(selection, process);
    }

    private HeldHistory of(Selection selection) {
        return selection.knownThen() == null ? now : then;
    }

    /** Forgets what was read. */
    void forget() {
        now.forget();
        then.forget();
    }

    /** The visits known now as they were last read; empty when there are none. */
    Optional<History> held() {
        return now.held();
    }
}
