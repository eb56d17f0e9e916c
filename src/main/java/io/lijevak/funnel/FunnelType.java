package io.lijevak.funnel;

import java.util.List;

/** A deal type as the funnel needs it, with the stages of its current steps; a non-process type has none. */
public record FunnelType(long id, String name, boolean process, List<FunnelStage> steps) {
    public FunnelType {
        steps = List.copyOf(steps);
    }
}
