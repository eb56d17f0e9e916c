package io.lijevak.funnel;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The columns of this instance, loaded in the background when it starts. Each question first reads what was committed
 * since the last one, by whatever instance; where that is not possible soon, there are none, and the database answers.
 */
@Component
public class LiveColumns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveColumns.class);
    private static final Duration WAIT = Duration.ofMillis(250);
    /** Changes are noted for a day: columns that slept longer than half of it are read anew. */
    static final Duration NOTED = Duration.ofHours(12);
    /** A load rests so many times as long as it took, so that many large changes do not keep the database busy. */
    private static final int REST = 5;
    /** Facts that do not fit will not fit soon, unless they are written anew. */
    private static final Duration UNFIT_FOR = Duration.ofMinutes(10);

    private final LoadColumns loads;
    private final ReadColumns reads;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicReference<@Nullable Columns> columns = new AtomicReference<>();
    private volatile @Nullable ExecutorService loader;
    private volatile long restUntil = System.nanoTime();
    private volatile @Nullable String unfitSince;
    private volatile @Nullable Loaded loaded;

    /** How many deals were loaded last, the bytes their columns take, and how long it took. */
    public record Loaded(long deals, long bytes, Duration took) {}

    LiveColumns(LoadColumns loads, ReadColumns reads) {
        this.loads = loads;
        this.reads = reads;
    }

    /** The columns with all that was committed before the call; empty when they are not there in time, or within a transaction. */
    Optional<Columns> now() {
        return TransactionSynchronizationManager.isActualTransactionActive() ? Optional.empty() : caughtUp();
    }

    /** What was loaded last; empty while nothing was. */
    public Optional<Loaded> loaded() {
        return Optional.ofNullable(loaded);
    }

    /** The columns as they were last read; empty when there are none. */
    Optional<Columns> held() {
        return Optional.ofNullable(columns.get());
    }

    /** Reads all anew; the database answers until then. */
    void forget() {
        columns.set(null);
        loadSoon();
    }

    /** For how long nothing is loaded, as that was done just now or what there was did not fit; not positive when it may be. */
    Duration rest() {
        return Duration.ofNanos(restUntil - System.nanoTime());
    }

    /** The same, also at the begin of a transaction that has changed nothing: the columns show what this one sees. */
    Optional<Columns> caughtUp() {
        if (columns.get() == null) {
            loadSoon();
            return Optional.empty();
        }
        try {
            if (!reading.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    /** What was forgotten or loaded meanwhile is not put back: who is late must not undo it. */
    private Optional<Columns> read() {
        var known = columns.get();
        if (known == null) {
            return Optional.empty();
        }
        try {
            var now = reads.catchUp(known)
                    .filter(read -> read.at().isBefore(known.at().plus(NOTED)));
            columns.compareAndSet(known, now.orElse(null));
            if (now.isEmpty()) {
                loadSoon();
            }
            return now;
        } catch (DataAccessException | FactRow.UnfitFacts | ArithmeticException failure) {
            LOG.warn("the columns of the funnel could not follow and are read anew", failure);
            columns.compareAndSet(known, null);
            loadSoon();
            return Optional.empty();
        }
    }

    /** Loads in the background, unless that is being done or was done just now. */
    private void loadSoon() {
        var thread = loader;
        if (thread != null && (!rest().isPositive() || unfitSince != null) && due.compareAndSet(false, true)) {
            thread.execute(this::loadWhatMayFit);
        }
    }

    private void loadWhatMayFit() {
        try {
            var unfit = unfitSince;
            if (!rest().isPositive() || unfit != null && reads.areWrittenAnew(unfit)) {
                load(reads.snapshot());
            }
        } catch (DataAccessException failure) {
            LOG.warn("whether facts were written anew could not be read: {}", failure.getMessage());
        } finally {
            due.set(false);
        }
    }

    /** What is written anew after {@code before} may fit where this does not. */
    private void load(String before) {
        var start = System.nanoTime();
        unfitSince = null;
        var rest = 0L;
        try {
            var read = loads.load();
            columns.set(read);
            loaded = new Loaded(read.deals(), read.size(), Duration.ofNanos(System.nanoTime() - start));
            LOG.info("columns of the funnel loaded: {}", loaded);
        } catch (FactRow.UnfitFacts | ArithmeticException unfit) {
            rest = UNFIT_FOR.toNanos();
            unfitSince = before;
            LOG.error("the facts do not fit into columns, the database answers: {}", unfit.getMessage());
        } catch (SQLException | DataAccessException failure) {
            LOG.warn("the columns of the funnel could not be loaded: {}", failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            var end = System.nanoTime();
            restUntil = end + Math.max(rest, REST * (end - start));
        }
    }

    @Override
    public void start() {
        loader = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("columns").factory());
        due.set(false); // what was due when the last one stopped may never have begun
        loadSoon();
    }

    @Override
    public void stop() {
        var thread = loader;
        loader = null;
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return loader != null;
    }
}
