package io.lijevak.process;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to what was missing, by the names of the inputs.
 *
 * @param overrideReason why to go on although something is missing, null when nothing is to be overridden
 */
public record Answers(Map<String, String> given, @Nullable String overrideReason) {
    public static final Answers NONE = new Answers(Map.of(), null);

    /** As a program sends them: either may be missing; an answer that is null is no answer. */
    public static Answers of(@Nullable Map<String, @Nullable String> given, @Nullable String overrideReason) {
        var said = new HashMap<String, String>();
        if (given != null) {
            given.forEach((name, answer) -> said.put(name, answer == null ? "" : answer));
        }
        return new Answers(said, overrideReason);
    }

    public Answers {
        given = Map.copyOf(given);
    }
}
