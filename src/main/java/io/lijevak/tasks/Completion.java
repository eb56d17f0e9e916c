package io.lijevak.tasks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody completes a task.
 *
 * @param next the next step of its deal, asked for with the last one
 * @param answers to what the stage of a process task demands, by the names of the inputs
 * @param overrideReason why to go on although something is missing
 */
public record Completion(
        @Nullable String result,
        @Nullable TaskDraft next,
        Map<String, String> answers,
        @Nullable String overrideReason) {
    public Completion {
        answers = Map.copyOf(answers);
    }

    public static Completion of(@Nullable String result) {
        return new Completion(result, null, Map.of(), null);
    }
}
