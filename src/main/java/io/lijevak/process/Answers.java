package io.lijevak.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to what was missing, by the names of the inputs.
 *
 * @param overrideReason why to go on although something is missing, null when nothing is to be overridden
 */
public record Answers(Map<String, String> given, @Nullable String overrideReason) {
    public static final Answers NONE = new Answers(Map.of(), null);

    public Answers {
        given = Map.copyOf(given);
    }
}
