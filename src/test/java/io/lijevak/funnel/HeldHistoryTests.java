package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldHistoryTests {
    private static final Set<Long> PROCESS = Set.of(1L);
    private static final Instant THEN = Instant.parse("2026-09-30T22:00:00Z");
    private static final Instant LATER = Instant.parse("2026-10-31T23:00:00Z");
    private final Semaphore begin = new Semaphore(0);
    private final Semaphore part = new Semaphore(0);
    private final Semaphore rest = new Semaphore(0);
    private final AtomicInteger reads = new AtomicInteger();
    private final HeldHistory histories = new HeldHistory(new Slow(), new FollowHistory(null), 0);

    /** Reads forty percent, and the rest, each when it is let. */
    private final class Slow extends LoadHistory {
        Slow() {
            super(null);
        }

        @Override
        History load(Set<Long> process, @Nullable Instant then, IntConsumer progress) throws InterruptedException {
            reads.incrementAndGet();
            begin.acquire();
            progress.accept(40);
            part.release();
            rest.acquire();
            return new History("1:1:", THEN, process, then, List.of());
        }
    }

    @Test
    void whoWaitsIsToldHowMuchIsReadAndAllWaitForOneReading() throws Exception {
        begin.release();
        assertThat(histories.reading(PROCESS, THEN, Duration.ZERO)).isPresent();
        part.acquire();
        assertThat(histories.reading(PROCESS, THEN, Duration.ZERO)).hasValue(40);

        rest.release();

        assertThat(histories.reading(PROCESS, THEN, Duration.ofSeconds(20))).isEmpty();
        assertThat(histories.isReady(PROCESS, THEN)).isTrue();
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatHasNotBegunIsNotToldToBeReadAsFarAsAnotherIsOrWas() throws Exception {
        begin.release();
        histories.reading(PROCESS, THEN, Duration.ZERO);
        part.acquire();
        assertThat(histories.reading(PROCESS, LATER, Duration.ZERO))
                .as("waits for the other")
                .hasValue(0);

        begin.release();
        rest.release();
        part.acquire();
        rest.release();
        histories.reading(PROCESS, LATER, Duration.ofSeconds(20));
        histories.forget();

        assertThat(histories.reading(PROCESS, LATER, Duration.ZERO))
                .as("is read again")
                .hasValue(0);
    }
}
