package io.lijevak.deals.web;

import io.lijevak.deals.LossAnalysis.Line;
import io.lijevak.deals.LossAnalysis.Losses;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The analysis of losses with the addresses of the deals behind each number. */
public record LossesPage(PageLink link, Filters filters, Losses losses) {
    /** A dimension as a table: the parameter that narrows the list of deals to one of its lines. */
    public record Table(String parameter, List<Line> lines, long all) {
        public long more() {
            return all - lines.size();
        }
    }

    public List<Table> tables() {
        return List.of(
                table("reason", losses.reasons()),
                table("stage", losses.stages()),
                table("responsible", losses.people()),
                table("competitor", losses.competitors()),
                new Table("customer", losses.customers(), losses.allCustomers()));
    }

    /** The list of exactly the deals that a line counts. */
    public String deals(Table table, Line line) {
        return list().with(table.parameter(), line.id() == null ? 0L : line.id())
                .toString();
    }

    public String deals() {
        return list().toString();
    }

    public Money money(Ui ui, BigDecimal value) {
        return new Money(value, ui.company().currency());
    }

    /** The line's share of all lost deals, in whole percents, for its bar. */
    public int share(Line line) {
        return losses.deals() == 0
                ? 0
                : BigDecimal.valueOf(100 * line.deals())
                        .divide(BigDecimal.valueOf(losses.deals()), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    public double part(Line line) {
        return losses.deals() == 0 ? 0 : (double) line.deals() / losses.deals();
    }

    /** A line's name, or what is said where deals have none. */
    public String name(Ui ui, Table table, Line line) {
        return line.name() == null ? ui.t("deals.losses.unknown." + table.parameter()) : line.name();
    }

    public String sum(Ui ui) {
        return ui.t("deals.losses.sum", losses.deals(), ui.f().money(money(ui, losses.lost())));
    }

    Export export(Ui ui) {
        var words = new Export.Words(
                ui.t("deals.losses.title"),
                ui.t("deals.losses.title"),
                losses.deals() == 0 ? ui.t("platform.print.nothing") : sum(ui),
                filters.facts(ui),
                ui.now());
        return Export.ofReport(
                ui,
                words,
                ReportTables.of(tables().stream().map(table -> sheet(ui, table)).toList(), ui.t("deals.losses.note")),
                () -> new Export.Print("deals/printLosses", Map.of("page", this)));
    }

    private ReportTables.Table sheet(Ui ui, Table table) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : table.lines()) {
            rows.add(ReportTables.row(
                    name(ui, table, line),
                    line.deals(),
                    BigDecimal.valueOf(part(line)).setScale(4, RoundingMode.HALF_UP),
                    line.lost()));
        }
        return new ReportTables.Table(
                List.of(
                        ui.t("deals.field." + table.parameter()),
                        ui.t("deals.losses.count"),
                        ui.t("deals.losses.share"),
                        ui.t("deals.losses.lost", ui.company().currency())),
                rows);
    }

    private PageLink list() {
        return link.with("outcome", "lost").at("/deals");
    }

    private static Table table(String parameter, List<Line> lines) {
        return new Table(parameter, lines, lines.size());
    }
}
