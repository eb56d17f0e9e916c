package io.lijevak.imports;

import io.lijevak.platform.InvalidInput;

/** What a file may hold, so that none can exhaust memory or disk, and the refusals that say so. */
final class Limits {
    static final long FILE_BYTES = 64L << 20;
    static final long OLD_WORKBOOK_BYTES = 16L << 20;
    static final int ROWS = 1_000_000;
    static final int COLUMNS = 500;
    static final int CELL_CHARACTERS = 100_000;
    static final int ARCHIVE_ENTRIES = 2_000;
    static final long ARCHIVE_BYTES = 1L << 30;
    static final long SHARED_STRINGS_BYTES = 96L << 20;
    /** Of workbook, styles and relations, which are held whole. */
    static final long PART_BYTES = 16L << 20;

    static final long SHARED_STRINGS_TAGS = 12_000_000;
    static final int ROW_TAGS = 200_000;
    static final int ROW_BYTES = 20 << 20;
    static final int ARCHIVE_RATIO = 150;
    /** Small files compress well without harm; the ratio counts from here on. */
    static final long RATIO_FROM_BYTES = 16L << 20;

    private Limits() {}

    static InvalidInput refuse(String reason, Object... arguments) {
        return InvalidInput.at("file", "imports.file." + reason, arguments);
    }
}
