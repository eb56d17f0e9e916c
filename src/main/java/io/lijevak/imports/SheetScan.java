package io.lijevak.imports;

/**
 * Watches the bytes of a part of a workbook go by. The reader builds a row as a whole and a place for each column up to
 * a cell's address, so a single row, or one address far to the right, could take all memory.
 */
final class SheetScan {
    private static final int ADDRESS_LETTERS = 3;
    private final StringBuilder name = new StringBuilder();
    private boolean isNaming;
    private boolean isClosing;
    private boolean isInRow;
    private int attribute;
    private int letters;
    private int tagsOfRow;
    private int bytesOfRow;
    private long tags;

    /** Takes the next bytes; refuses a row that no table has. */
    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            add((char) (bytes[i] & 0xff));
        }
        if (isInRow && (tagsOfRow > Limits.ROW_TAGS || bytesOfRow > Limits.ROW_BYTES)) {
            throw Limits.refuse("bomb");
        }
    }

    /** How many tags went by. */
    long tags() {
        return tags;
    }

    private void add(char next) {
        bytesOfRow++;
        if (next == '<') {
            tags++;
            tagsOfRow++;
            name.setLength(0);
            isNaming = true;
            isClosing = false;
        } else if (isNaming) {
            name(next);
        } else if (isInRow) {
            address(next);
        }
    }

    private void name(char next) {
        if (next == '/' && name.isEmpty()) {
            isClosing = true;
        } else if (next == ':') {
            name.setLength(0);
        } else if (next > ' ' && next != '>' && next != '/' && name.length() < 10) {
            name.append(next);
        } else {
            isNaming = false;
            attribute = next == ' ' ? 1 : 0;
            if ("row".contentEquals(name) || "sheetData".contentEquals(name)) {
                isInRow = !isClosing && name.length() == 3;
                tagsOfRow = 0;
                bytesOfRow = 0;
            }
        }
    }

    /** Follows {@code _r="ABC}: the letters of an address, of which a sheet's last column has three. */
    private void address(char next) {
        if (attribute == 4) {
            letters = next >= 'A' && next <= 'Z' ? letters + 1 : 0;
            attribute = letters == 0 ? 0 : 4;
            if (letters > ADDRESS_LETTERS) {
                throw Limits.refuse("corrupt");
            }
        } else {
            attribute = switch (next) {
                case ' ', '\n', '\r', '\t' -> 1;
                case 'r' -> attribute == 1 ? 2 : 0;
                case '=' -> attribute == 2 ? 3 : 0;
                case '"', '\'' -> attribute == 3 ? 4 : 0;
                default -> 0;
            };
        }
    }
}
