package io.lijevak.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step says beside its place in the order.
 *
 * @param addressee whom its points are for, as {@link Addressee} is written; null who answers for the record
 * @param instruction how it is done
 * @param requirements what must be there before it is left forward or won
 */
public record StepRules(
        @Nullable String addressee, @Nullable String instruction, List<RequirementDraft> requirements) {
    public StepRules {
        requirements = List.copyOf(requirements);
    }
}
