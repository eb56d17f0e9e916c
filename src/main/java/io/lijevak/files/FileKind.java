package io.lijevak.files;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is for; stages may demand one of a kind. */
public enum FileKind {
    OFFER,
    CONTRACT,
    SIGNED_CONTRACT,
    ORDER,
    DELIVERY_NOTE,
    INVOICE,
    PRESENTATION,
    OTHER;

    /** The kind in addresses, settings and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String key() {
        return "files.kind." + word();
    }

    public static Optional<FileKind> read(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
