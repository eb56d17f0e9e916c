package io.lijevak.imports.web;

import io.lijevak.imports.Import;
import io.lijevak.imports.ImportReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of an import shows besides its progress. */
public record ReportPage(
        Map<String, Integer> counts,
        Map<String, Integer> undone,
        List<ImportReport.Line> errors,
        List<ImportReport.Line> warnings,
        int warned,
        @Nullable String failure,
        boolean canUndo) {

    static ReportPage of(Import source, ImportReport report, String language, int shown, Instant now) {
        var id = source.id();
        var failure = report.failure(source, language);
        var until = source.undoUntil();
        var canUndo = until == null || until.isAfter(now);
        if (source.state().isWorking()) {
            return new ReportPage(Map.of(), Map.of(), List.of(), List.of(), 0, failure, canUndo);
        }
        return new ReportPage(
                report.counts(id),
                report.undone(id),
                report.errors(id, language, shown),
                report.warnings(id, language, shown),
                report.warned(id),
                failure,
                canUndo);
    }

    public int count(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    public int undone(String what) {
        return undone.getOrDefault(what, 0);
    }

    public boolean hasWritten() {
        return count("CREATED") + count("UPDATED") + count("SKIPPED") + count("FAILED") > 0;
    }
}
