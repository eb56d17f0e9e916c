package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldHistoryTests {
    private static final Set<Long> PROCESS = Set.of(1L);
    private static final Instant THEN = Instant.parse("2026-09-30T22:00:00Z");
    private final CountDownLatch rest = new CountDownLatch(1);
    private final CountDownLatch part = new CountDownLatch(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final HeldHistory histories = new HeldHistory(new Slow(), new FollowHistory(null), 0);

    /** Reads forty percent, and the rest when it is let. */
    private final class Slow extends LoadHistory {
        Slow() {
            super(null);
        }

        @Override
        History load(Set<Long> process, @Nullable Instant then, IntConsumer progress) throws InterruptedException {
            reads.incrementAndGet();
            progress.accept(40);
            part.countDown();
            rest.await();
            return new History("1:1:", THEN, process, then, List.of());
        }
    }

    @Test
    void whoWaitsIsToldHowMuchIsReadAndAllWaitForOneReading() throws Exception {
        assertThat(histories.reading(PROCESS, THEN, Duration.ZERO)).isPresent();
        part.await();
        assertThat(histories.reading(PROCESS, THEN, Duration.ZERO)).hasValue(40);

        rest.countDown();

        assertThat(histories.reading(PROCESS, THEN, Duration.ofSeconds(20))).isEmpty();
        assertThat(histories.isReady(PROCESS, THEN)).isTrue();
        assertThat(reads).hasValue(1);
    }
}
