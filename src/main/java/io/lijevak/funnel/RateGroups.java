package io.lijevak.funnel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rate is drawn towards, as the own statistics have it.
 *
 * @param types of the other types at the same stage
 * @param parts of the reps of the type, where the rate is one of a part of its deals
 * @param countedAt when they were counted; null = never yet
 */
public record RateGroups(
        List<Trials> types, List<Trials> parts, @Nullable Instant countedAt) {
    public static final RateGroups NONE = new RateGroups(List.of(), List.of(), null);

    public RateGroups {
        types = List.copyOf(types);
        parts = List.copyOf(parts);
    }
}
