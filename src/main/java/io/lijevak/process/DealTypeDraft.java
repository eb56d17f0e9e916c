package io.lijevak.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator lays down for a deal type; the order of the steps is the order of the list. */
public record DealTypeDraft(String name, DealMode mode, boolean useAllowed, List<StepDraft> steps) {
    public DealTypeDraft {
        steps = List.copyOf(steps);
    }

    /** A stage at its place, with the norm in days and the template probability in percent when there are any. */
    public record StepDraft(
            StageId stage,
            @Nullable Integer normDays,
            @Nullable Integer probability) {}
}
