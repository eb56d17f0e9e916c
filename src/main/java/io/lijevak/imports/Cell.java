package io.lijevak.imports;

/**
 * A cell as it was read: numbers as plain decimals with a point, dates as ISO dates (with {@code T} and a time when the
 * cell has one), texts trimmed, without no-break spaces and control characters.
 */
record Cell(Kind kind, String text) {
    static final Cell EMPTY = new Cell(Kind.EMPTY, "");

    enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE
    }

    static Cell text(String raw) {
        var clean = clean(raw);
        return clean.isEmpty() ? EMPTY : new Cell(Kind.TEXT, clean);
    }

    boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    /** Trims, turns no-break and other odd spaces into plain ones and drops what no text column may hold. */
    static String clean(String raw) {
        var clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (Character.isSurrogate(c)) {
                i = appendPair(raw, i, clean);
            } else if (c == '\u00a0' || c == '\u202f' || c == '\u2007') {
                clean.append(' ');
            } else if (c == '\r') {
                clean.append(i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? "" : "\n");
            } else if (c != 0 && c != '\ufeff') {
                clean.append(c);
            }
        }
        return clean.toString().strip();
    }

    private static int appendPair(String raw, int i, StringBuilder clean) {
        if (i + 1 < raw.length() && Character.isSurrogatePair(raw.charAt(i), raw.charAt(i + 1))) {
            clean.append(raw, i, i + 2);
            return i + 1;
        }
        clean.append('\ufffd');
        return i;
    }
}
