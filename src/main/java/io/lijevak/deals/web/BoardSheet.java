package io.lijevak.deals.web;

import io.lijevak.deals.BoardColumn;
import io.lijevak.deals.DealCard;
import io.lijevak.deals.DealMark;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.ReportTables.Table;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A board as a file: its stages with their sums, and the deals that stand there. */
public final class BoardSheet {
    private final BoardPage page;
    private final Ui ui;

    BoardSheet(BoardPage page, Ui ui) {
        this.page = page;
        this.ui = ui;
    }

    Export export() {
        var type = page.type();
        var words = new Export.Words(
                type == null ? ui.t("deals.view.board") : ui.t("deals.view.board") + ": " + type.name(),
                ui.t("deals.view.board"),
                ui.t("deals.board.sum", page.count(), ui.f().money(page.potential(ui))),
                Stream.concat(page.filters().facts(ui).stream(), page.past().facts(ui).stream())
                        .filter(fact -> !fact.label().equals(ui.t("deals.field.type")))
                        .toList(),
                page.past().moment(ui));
        return Export.ofReport(
                ui,
                words,
                ReportTables.of(List.of(stages(), deals())),
                () -> new Export.Print("deals/printBoard", Map.of("page", page, "sheet", this)));
    }

    private Table stages() {
        var headings = new ArrayList<>(List.of(
                ui.t("deals.field.stage"),
                ui.t("deals.board.open"),
                ui.t("deals.board.potential"),
                ui.t("deals.board.weightedLong")));
        var marked = page.past().isPast() ? List.<DealMark>of() : BoardPage.ATTENTION;
        marked.forEach(mark -> headings.add(ui.t("deals.mark." + mark.word())));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var column : page.columns()) {
            var row = ReportTables.row(column.step().name(), column.total(), column.potential(), column.weighted());
            marked.forEach(mark -> row.add(column.marked(mark)));
            rows.add(row);
        }
        return new Table(headings, rows);
    }

    private Table deals() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var column : page.columns()) {
            column.cards().forEach(card -> rows.add(row(column, card)));
        }
        return new Table(
                List.of(
                        ui.t("deals.field.stage"),
                        ui.t("deals.field.title"),
                        ui.t("deals.field.customer"),
                        ui.t("deals.field.responsible"),
                        ui.t("deals.field.amount"),
                        ui.t("deals.field.currency"),
                        ui.t("deals.board.days"),
                        ui.t("deals.attention.title")),
                rows);
    }

    private List<@Nullable Object> row(BoardColumn column, DealCard card) {
        var amount = card.amount();
        return ReportTables.row(
                column.step().name(),
                card.title(),
                card.customer(),
                card.responsible(),
                amount == null ? null : amount.value(),
                amount == null ? null : amount.currency(),
                card.days(),
                marks(card));
    }

    /** What calls for attention, in words. */
    public String marks(DealCard card) {
        var marks = card.marks();
        var words = new ArrayList<String>();
        if (marks.isLate(ui.now())) {
            words.add(ui.t("deals.mark.late"));
        }
        var silent = marks.daysSilent(ui.now());
        if (marks.isUntouched() || marks.isSilent(ui.now()) && silent == null) {
            words.add(ui.t("deals.mark.untouched"));
        } else if (marks.isSilent(ui.now()) && silent != null) {
            words.add(ui.t("deals.mark.silentFor", silent));
        }
        if (marks.isUnplanned()) {
            words.add(ui.t("deals.mark.unplanned"));
        }
        return String.join(", ", words);
    }
}
