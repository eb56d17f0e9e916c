package io.lijevak.process;

/** Identity of a stage; it outlives renaming, reordering and retiring. */
public record StageId(long value) {
    public static StageId valueOf(String text) {
        return new StageId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
