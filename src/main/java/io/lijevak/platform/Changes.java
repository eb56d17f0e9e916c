package io.lijevak.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The revision of the business data: a number that grows with every committed change, before the answer to the change
 * leaves, so that what is cached under an older revision is never shown to its author. Commits of other instances on
 * the same database are noticed within three seconds.
 */
@Component
public class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int POLL_SECONDS = 3;
    private final JdbcClient jdbc;
    private final AtomicLong revision = new AtomicLong(System.currentTimeMillis());
    private final AtomicBoolean untold = new AtomicBoolean();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("changes").factory());
    private long common = -1;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long revision() {
        return revision.get();
    }

    /** Notes a change of business data: the revision grows when the current transaction commits, or at once without one. */
    public void touch() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            changed();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
        }
    }

    /** Calls the listener with each new revision, on the thread that committed: it must not block. */
    public void onChange(LongConsumer listener) {
        listeners.add(listener);
    }

    @PostConstruct
    void start() {
        teller.scheduleWithFixedDelay(this::compare, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }

    private void changed() {
        grow();
        if (untold.compareAndSet(false, true) && !teller.isShutdown()) {
            teller.execute(this::tell);
        }
    }

    /** Tells the other instances, through the number that all share. */
    private void tell() {
        untold.set(false);
        read("select nextval('change_revision')", 1);
    }

    private void compare() {
        read("select last_value from change_revision", 0);
    }

    /** Reads the common number; when it grew by more than our own step, another instance changed something. */
    private void read(String sql, int ownStep) {
        try {
            var now = jdbc.sql(sql).query(Long.class).single();
            if (common >= 0 && now > common + ownStep) {
                grow();
            }
            common = now;
        } catch (DataAccessException e) {
            LOG.debug("the database is not reachable now", e);
        }
    }

    private void grow() {
        var now = revision.incrementAndGet();
        listeners.forEach(listener -> listener.accept(now));
    }

    private final class AfterCommit implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Changes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Changes.this, true);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Changes.this);
            if (status != STATUS_ROLLED_BACK) {
                changed();
            }
        }
    }
}
