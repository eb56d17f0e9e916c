package io.lijevak.process;

import io.lijevak.files.Attachment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the work of a stage is done, in one version of a deal type.
 *
 * @param stage name of the stage
 * @param text null when there are only files
 */
public record Instruction(
        String stage, int version, @Nullable String text, List<Attachment> files) {
    public Instruction {
        files = List.copyOf(files);
    }

    /** Who read it, and when for the first time. */
    public record Reader(String name, Instant at) {}

    public boolean isEmpty() {
        return text == null && files.isEmpty();
    }

    /** The text as its lines. */
    public List<String> lines() {
        return text == null ? List.of() : text.lines().toList();
    }
}
