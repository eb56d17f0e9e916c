package io.lijevak.process;

import io.lijevak.files.FileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step says beside its place in the order.
 *
 * @param addressee whom its points are for, as {@link Addressee} is written; null who answers for the record
 * @param instruction how it is done
 * @param files of the instruction, attached to the type before
 * @param requirements what must be there before it is left forward or won
 * @param events what is planned when it is entered
 */
public record StepRules(
        @Nullable String addressee,
        @Nullable String instruction,
        List<FileId> files,
        List<RequirementDraft> requirements,
        List<StepEvent> events) {
    public StepRules {
        files = List.copyOf(files);
        requirements = List.copyOf(requirements);
        events = List.copyOf(events);
    }

    public StepRules(@Nullable String addressee, @Nullable String instruction, List<RequirementDraft> requirements) {
        this(addressee, instruction, List.of(), requirements, List.of());
    }
}
