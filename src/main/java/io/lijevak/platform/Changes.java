package io.lijevak.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("changes").factory());
    private volatile String seen = "";

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long revision() {
        return revision.get();
    }

    /** Notes a change of business data: the revision grows when the current transaction commits, or at once without one. */
    public void touch() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            grow();
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
        poll.scheduleWithFixedDelay(this::look, POLL_SECONDS, POLL_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        poll.shutdownNow();
    }

    /** Compares the newest audit entries with those seen before; their sum also shows one that was committed late. */
    private void look() {
        try {
            var newest = jdbc.sql("""
                    select concat(max(id), ' ', sum(id)) from (select id from audit_entry order by id desc limit 200) newest""").query(String.class).single();
            if (!seen.equals(newest)) {
                var first = seen.isEmpty();
                seen = newest;
                if (!first) {
                    grow();
                }
            }
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
                grow();
            }
        }
    }
}
