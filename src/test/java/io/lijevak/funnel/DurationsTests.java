package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DurationsTests {
    private static final long DAY = 86_400;
    private static final int ROUNDS = 2_000;
    private final Random random = new Random(7);

    @Test
    void durationsAddedTogetherAreTheirAverageAndMedian() {
        for (var round = 0; round < ROUNDS; round++) {
            var added = random.longs(random.nextInt(40), 0, 5)
                    .map(kind -> duration((int) kind))
                    .toArray();
            var first = random.nextInt(added.length + 1);
            var durations = new Durations();
            durations.add(added, first);
            durations.add(Arrays.copyOfRange(added, first, added.length), added.length - first);

            assertThat(durations.days()).as(Arrays.toString(added)).isEqualTo(naive(added));
        }
    }

    /** Short, of months, longer than is usual, ended before it began, or not known. */
    private long duration(int kind) {
        return switch (kind) {
            case 0 -> random.nextLong(DAY);
            case 1 -> random.nextLong(200 * DAY);
            case 2 -> random.nextLong(3_200 * DAY, 4_000 * DAY);
            case 3 -> -random.nextLong(20 * DAY);
            default -> Numbers.UNKNOWN;
        };
    }

    private static Days naive(long[] added) {
        var known = LongStream.of(added)
                .filter(duration -> duration != Numbers.UNKNOWN)
                .toArray();
        if (known.length == 0) {
            return Days.NONE;
        }
        var tenths = LongStream.of(known)
                .map(duration -> (duration + DAY / 20) / (DAY / 10))
                .sorted()
                .toArray();
        return Days.of(
                known.length,
                BigDecimal.valueOf(LongStream.of(known).sum()),
                tenths[(known.length - 1) / 2] + tenths[known.length / 2]);
    }
}
