package io.lijevak.process;

import java.util.List;
import java.util.Optional;

/**
 * A kind of deal: how it is moved, and its steps in their order in one immutable version.
 *
 * @param demanding whether some stage of the version has requirements, or the type has rules
 * @param planning whether some stage of the version plans something when it is entered
 */
public record DealType(
        DealTypeId id,
        String name,
        DealMode mode,
        boolean useAllowed,
        int position,
        int stepsVersion,
        int version,
        List<Step> steps,
        boolean demanding,
        boolean planning) {

    public DealType(
            DealTypeId id,
            String name,
            DealMode mode,
            boolean useAllowed,
            int position,
            int stepsVersion,
            int version,
            List<Step> steps) {
        this(id, name, mode, useAllowed, position, stepsVersion, version, steps, false, false);
    }

    public DealType {
        steps = List.copyOf(steps);
    }

    public boolean hasSteps() {
        return !steps.isEmpty();
    }

    /** Whether new deals of this type may be created. */
    public boolean isOffered() {
        return useAllowed;
    }

    public Optional<Step> step(StageId stage) {
        return steps.stream().filter(step -> step.stage().equals(stage)).findFirst();
    }

    /** Place of a stage among the steps from 0, or -1 when it is none of them. */
    public int indexOf(StageId stage) {
        for (int index = 0; index < steps.size(); index++) {
            if (steps.get(index).stage().equals(stage)) {
                return index;
            }
        }
        return -1;
    }
}
