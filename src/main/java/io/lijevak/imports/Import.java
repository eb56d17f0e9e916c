package io.lijevak.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as it stands. */
public record Import(
        ImportId id,
        ImportKind kind,
        String fileName,
        ImportState state,
        Settings settings,
        Progress progress,
        @Nullable Findings findings,
        @Nullable RowProblem failure,
        By by) {
    private static final Duration UNDO_FOR = Duration.ofDays(30);

    /** How the file is read and what becomes of it. */
    public record Settings(Layout layout, List<SourceColumn> columns, Mapping mapping, ImportOptions options) {
        /** Columns that go nowhere. */
        public long unmapped() {
            return columns.stream()
                    .filter(column -> !mapping.targets().containsKey(column.source()))
                    .count();
        }
    }

    /** How far the work is, in rows of the file; while it is only checked, what would become of them. */
    public record Progress(int rows, int done, int created, int updated, int skipped, int failed) {
        public int percent() {
            return rows == 0 ? 0 : (int) Math.min(100, 100L * done / rows);
        }
    }

    /** Until when it can be undone, null while nothing was written. */
    public @Nullable Instant undoUntil() {
        var finished = by.finished();
        return finished == null ? null : finished.plus(UNDO_FOR);
    }

    /** An import of the very same file. */
    public record Twin(ImportId id, long person, String name, Instant at) {}

    public record By(
            long person, String name, Instant at, @Nullable Instant finished) {}
}
