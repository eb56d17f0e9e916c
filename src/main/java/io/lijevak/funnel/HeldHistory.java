package io.lijevak.funnel;

import io.lijevak.funnel.Replay.Moment;
import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The visits in memory, as they are known now or as they were known before one moment, and the columns of moments made of
 * them. A block of a moment stays as long as the block of visits it was made of: whatever changes the past, a late
 * correction as well as a deal that goes, makes another.
 */
final class HeldHistory {
    private static final Logger LOG = LoggerFactory.getLogger(HeldHistory.class);
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final Duration WAIT_FOR_LOAD = Duration.ofSeconds(10);
    /** Who waits in the background waits for another moment too. */
    private static final Duration WAIT_BEHIND = Duration.ofMinutes(2);
    /** Moments may take this part of the memory, the last one in any case. */
    private static final int PART = 8;

    private final LoadHistory loads;
    private final FollowHistory follows;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile SoftReference<Held> held = new SoftReference<>(null);
    private final AtomicReference<@Nullable Behind> behind = new AtomicReference<>();
    private volatile Progress progress = new Progress(Set.of(), null, 0);
    private final int rest;
    private long restUntil = System.nanoTime();

    /** {@code rest}: a load rests so many times as long as it took. */
    HeldHistory(LoadHistory loads, FollowHistory follows, int rest) {
        this.loads = loads;
        this.follows = follows;
        this.rest = rest;
    }

    private static boolean is(History history, Set<Long> process, @Nullable Instant then) {
        return history.process().equals(process) && Objects.equals(history.then(), then);
    }

    /** Visits that are being read in the background. */
    private record Behind(Set<Long> process, @Nullable Instant then, FutureTask<Boolean> work) {
        boolean isOf(Set<Long> otherProcess, @Nullable Instant other) {
            return !work.isDone() && process.equals(otherProcess) && Objects.equals(then, other);
        }
    }

    /** How many percent are read of the visits that were asked for last. */
    private record Progress(Set<Long> process, @Nullable Instant then, int percent) {
        int of(Set<Long> otherProcess, @Nullable Instant other) {
            return process.equals(otherProcess) && Objects.equals(then, other) ? percent : 0;
        }
    }

    /** The visits and the moments made of them, the last asked at the end. */
    private static final class Held {
        private volatile History history;
        private final Map<Moment, Made> moments = new LinkedHashMap<>(16, 0.75f, true);

        Held(History history) {
            this.history = history;
        }

        synchronized Made of(Moment moment) {
            return moments.computeIfAbsent(moment, key -> new Made());
        }

        synchronized void fit(long most) {
            var size = moments.values().stream().mapToLong(made -> made.size).sum();
            var eldest = moments.values().iterator();
            for (var count = moments.size(); count > 1 && size > most; count--) {
                size -= eldest.next().size;
                eldest.remove();
            }
        }
    }

    /** What is made of each block for one moment. */
    private static final class Made {
        private Map<HistoryBlock, Optional<Block>> blocks = new IdentityHashMap<>();
        private volatile long size;

        synchronized Columns columns(History history, Moment moment) {
            var known = blocks;
            var now = new IdentityHashMap<HistoryBlock, Optional<Block>>();
            history.blocks().parallelStream()
                    .map(block -> Map.entry(
                            block, Objects.requireNonNullElseGet(known.get(block), () -> Replay.of(block, moment))))
                    .toList()
                    .forEach(made -> now.put(made.getKey(), made.getValue()));
            blocks = now;
            var columns = new Columns(
                    history.snapshot(),
                    history.at(),
                    history.blocks().stream()
                            .flatMap(block -> Objects.requireNonNull(now.get(block)).stream())
                            .toList());
            size = columns.size();
            return columns;
        }
    }

    /**
     * How many percent of the visits are read, when that is not done soon; empty when they are there, or cannot be read.
     * They are read in the background. Not to be asked within a transaction.
     */
    OptionalInt reading(Set<Long> process, @Nullable Instant then, Duration patience) {
        var known = held.get();
        if (known != null && is(known.history, process, then)) {
            return OptionalInt.empty();
        }
        try {
            readBehind(process, then).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return OptionalInt.empty();
        } catch (TimeoutException soon) {
            return OptionalInt.of(progress.of(process, then));
        } catch (ExecutionException failure) {
            return OptionalInt.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private FutureTask<Boolean> readBehind(Set<Long> process, @Nullable Instant then) {
        var made = new Behind(
                process,
                then,
                new FutureTask<>(
                        () -> withLock(WAIT_BEHIND, () -> load(process, then)).isPresent()));
        var one =
                Objects.requireNonNull(behind.updateAndGet(old -> old != null && old.isOf(process, then) ? old : made));
        if (one == made) {
            Thread.ofPlatform().daemon().name("visits").start(made.work());
        }
        return one.work();
    }

    /** Reads the visits, when there are none; false when that cannot be done now. Not to be asked within a transaction. */
    boolean isReady(Set<Long> process, @Nullable Instant then) {
        var known = held.get();
        return known != null && is(known.history, process, then)
                || withLock(WAIT_FOR_LOAD, () -> load(process, then)).isPresent();
    }

    /** The columns of the moment a selection asks for, with all that was committed before the call; empty when they are not there in time. */
    Optional<Columns> now(Selection selection, Set<Long> process) {
        var moment = Moment.of(selection);
        return withLock(WAIT, () -> read(process, selection.knownThen())).map(known -> {
            var columns = known.held().of(moment).columns(known.history(), moment);
            known.held().fit(Runtime.getRuntime().maxMemory() / PART);
            return columns;
        });
    }

    /** What was read last, which a later question may change. */
    private record Known(Held held, History history) {}

    private Optional<Known> read(Set<Long> process, @Nullable Instant then) {
        var known = held.get();
        if (known == null || !is(known.history, process, then)) {
            return Optional.empty();
        }
        try {
            var now = follows.catchUp(known.history)
                    .filter(read -> read.at().isBefore(known.history.at().plus(LiveColumns.NOTED)));
            if (now.isEmpty()) {
                held = new SoftReference<>(null);
                return Optional.empty();
            }
            known.history = now.get();
            return Optional.of(new Known(known, now.get()));
        } catch (DataAccessException | FactRow.UnfitFacts | ArithmeticException failure) {
            LOG.warn("the visits could not be followed and are read anew", failure);
            held = new SoftReference<>(null);
            return Optional.empty();
        }
    }

    private Optional<Held> load(Set<Long> process, @Nullable Instant then) {
        var known = held.get();
        if (known != null && is(known.history, process, then)) {
            return Optional.of(known);
        }
        if (System.nanoTime() - restUntil < 0) {
            return Optional.empty();
        }
        var start = System.nanoTime();
        try {
            var read = new Held(loads.load(process, then, done -> progress = new Progress(process, then, done)));
            held = new SoftReference<>(read);
            LOG.info(
                    "visits of all deals loaded: {} bytes in {}",
                    read.history.size(),
                    Duration.ofNanos(System.nanoTime() - start));
            return Optional.of(read);
        } catch (SQLException | DataAccessException | FactRow.UnfitFacts | ArithmeticException failure) {
            LOG.warn("the visits could not be loaded, the database answers: {}", failure.getMessage());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            progress = new Progress(process, then, 0);
            restUntil = System.nanoTime() + rest * (System.nanoTime() - start);
        }
    }

    /** Forgets what was read. */
    void forget() {
        held = new SoftReference<>(null);
    }

    /** The visits as they were last read; empty when there are none. */
    Optional<History> held() {
        return Optional.ofNullable(held.get()).map(known -> known.history);
    }

    private <T> Optional<T> withLock(Duration wait, Supplier<Optional<T>> work) {
        try {
            if (!reading.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return work.get();
        } finally {
            reading.unlock();
        }
    }
}
