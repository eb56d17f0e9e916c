package io.lijevak.reports.web;

import io.lijevak.platform.web.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A report on people as a file: its table, then the rules it was counted by and what was asked. */
final class Sheet {
    private final PeopleFrame frame;
    private final String nameKey;

    Sheet(PeopleFrame frame, String nameKey) {
        this.frame = frame;
        this.nameKey = nameKey;
    }

    void write(
            TableDownload.Format format,
            HttpServletResponse response,
            List<String> headings,
            List<List<@Nullable Object>> rows,
            List<String> rules) {
        var ui = frame.ui();
        var columns = IntStream.range(0, headings.size())
                .mapToObj(i -> new TableDownload.Column<List<@Nullable Object>>(
                        headings.get(i), row -> i < row.size() ? row.get(i) : null))
                .toList();
        var all = new ArrayList<>(rows);
        all.add(List.of());
        rules.forEach(rule -> all.add(row(rule)));
        all.add(row(ui.t("reports.control.type"), frame.question().type().name()));
        all.add(row(ui.t("reports.control.period"), frame.period()));
        all.add(row(ui.f().zone().getId(), ui.now()));
        new TableDownload<>(ui.t(nameKey), ui.f().region(), ui.f().zone(), columns)
                .write(format, response, all::forEach);
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
