package io.lijevak.imports;

/** Identity of an import. */
public record ImportId(long value) {
    public static ImportId valueOf(String text) {
        return new ImportId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
