package io.lijevak.visits.web;

import io.lijevak.platform.Period;
import io.lijevak.platform.web.Ui;
import io.lijevak.visits.Visits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits as their page shows them.
 *
 * @param line of script that counts them, null while nothing is counted
 */
public record VisitsPage(
        Ui ui,
        Period period,
        Visits.Summary summary,
        @Nullable String line) {
    /** A table of visits: by source, page or day. */
    public record Table(String title, List<Row> rows) {}

    /** A row, and the width of its bar in hundredths of the widest. */
    public record Row(String name, String visits, double width) {}

    public boolean empty() {
        return summary.all() == 0;
    }

    public List<Table> tables() {
        return List.of(
                table("visits.by.source", "visits.source.none", summary.sources()),
                table("visits.by.page", "visits.page.none", summary.pages()),
                new Table(
                        ui.t("visits.by.day"),
                        rows(summary.days().stream()
                                .map(day -> new Visits.Part<>(ui.f().date(day.of()), day.visits()))
                                .toList())));
    }

    private Table table(String titleKey, String noneKey, List<Visits.Part<String>> parts) {
        return new Table(
                ui.t(titleKey),
                rows(parts.stream()
                        .map(part -> part.of().isEmpty() ? new Visits.Part<>(ui.t(noneKey), part.visits()) : part)
                        .toList()));
    }

    private List<Row> rows(List<Visits.Part<String>> parts) {
        var most = parts.stream().mapToLong(Visits.Part::visits).max().orElse(0);
        return parts.stream()
                .map(part ->
                        new Row(part.of(), ui.f().number(part.visits()), most == 0 ? 0 : 100.0 * part.visits() / most))
                .toList();
    }
}
