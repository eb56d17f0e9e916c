package io.lijevak.tasks;

/** Identity of a task. */
public record TaskId(long value) {
    public static TaskId valueOf(String text) {
        return new TaskId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
