package io.lijevak.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Answers kept while nothing changes, so that many viewers of one sum or funnel cost one computation. A change of any business
 * record forgets them all; so does a minute, because days in stage go on.
 */
@Component
public class KeptAnswers {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 500;
    private final ConcurrentHashMap<Object, Kept> kept = new ConcurrentHashMap<>();
    private final Changes changes;
    private final Clock clock;

    private record Kept(long revision, Instant until, FutureTask<?> answer) {}

    KeptAnswers(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** The answer to a question, computed at most once a revision however many ask at the same time. */
    @SuppressWarnings("unchecked")
    public <T> T get(Object question, Supplier<T> compute) {
        var revision = changes.revision();
        var now = clock.instant();
        if (kept.size() > MOST) {
            kept.clear();
        }
        var entry = kept.compute(
                question,
                (key, old) -> old != null && old.revision == revision && now.isBefore(old.until)
                        ? old
                        : new Kept(revision, now.plus(KEPT), new FutureTask<>(compute::get)));
        entry.answer.run();
        return (T) result(question, entry);
    }

    private Object result(Object question, Kept entry) {
        try {
            return entry.answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            kept.remove(question, entry);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
