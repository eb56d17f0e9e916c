package io.lijevak.files;

/** Identity of an attachment. */
public record FileId(long value) {
    public static FileId valueOf(String text) {
        return new FileId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
