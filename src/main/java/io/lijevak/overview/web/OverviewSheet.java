package io.lijevak.overview.web;

import io.lijevak.overview.Overview;
import io.lijevak.overview.WeekChanges;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.ReportTables.Table;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The overview as a file: each of its parts a table, then what the parts mean. */
final class OverviewSheet {
    private final OverviewPage page;
    private final String stuck;
    private final Ui ui;

    /** {@code stuck} is what the bottlenecks say, empty where they say nothing. */
    OverviewSheet(OverviewPage page, String stuck) {
        this.page = page;
        this.stuck = stuck;
        this.ui = page.ui();
    }

    Export export() {
        var words = new Export.Words(
                ui.t("overview.title"),
                ui.t("overview.title"),
                stuck.isEmpty() ? "" : ui.t("overview.bottlenecks") + " " + stuck,
                facts(),
                page.past().moment(ui));
        return Export.ofReport(
                ui,
                words,
                new ReportTables(tables(), definitions()),
                () -> new Export.Print("overview/print", Map.of("page", page)));
    }

    private List<Export.Fact> facts() {
        var facts = new ArrayList<>(
                List.of(new Export.Fact(ui.t("overview.passport.filter"), ui.t("overview.passport.seen"))));
        facts.addAll(page.past().facts(ui));
        return facts;
    }

    private List<Table> tables() {
        var open = page.overview().open();
        return open == null
                ? List.of(changes(), stuck(), coming(), late())
                : List.of(changes(), stuck(), coming(), meetings(open), people(open));
    }

    private List<List<@Nullable Object>> definitions() {
        var rows = new ArrayList<List<@Nullable Object>>();
        if (!stuck.isEmpty()) {
            rows.add(ReportTables.row(ui.t("overview.bottlenecks"), stuck));
        }
        OverviewPage.PARTS.forEach(
                part -> rows.add(ReportTables.row(ui.t("overview." + part), ui.t("overview.definition." + part))));
        return rows;
    }

    private Table changes() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var change : WeekChanges.Change.values()) {
            var last = page.overview().weeks().last(change);
            var before = page.overview().weeks().before(change);
            rows.add(ReportTables.row(page.title(change), last.deals(), last.sum(), before.deals(), before.sum()));
        }
        var before = ", " + ui.t("overview.changes.before");
        return new Table(
                List.of(
                        ui.t("overview.changes") + ", "
                                + ui.t(page.past().isPast() ? "overview.changes.daysThen" : "overview.changes.days"),
                        ui.t("overview.deals"),
                        potential(),
                        ui.t("overview.deals") + before,
                        potential() + before),
                rows);
    }

    private Table stuck() {
        var stuck = page.overview().stuck();
        var rows = new ArrayList<List<@Nullable Object>>();
        stuck.greatest()
                .forEach(deal -> rows.add(
                        ReportTables.row(deal.title(), deal.potential(), deal.stage(), deal.person(), deal.since())));
        rows.add(ReportTables.row(
                ui.t("overview.stuck.all"), stuck.all().sum(), stuck.all().deals()));
        return new Table(
                List.of(
                        ui.t("overview.stuck"),
                        potential(),
                        ui.t("overview.stage"),
                        ui.t("overview.person"),
                        ui.t("overview.stuck.from")),
                rows);
    }

    private Table coming() {
        var rows = new ArrayList<List<@Nullable Object>>();
        page.overview()
                .coming()
                .forEach(part ->
                        rows.add(ReportTables.row(page.coming(part), part.deals(), part.potential(), part.expected())));
        return new Table(
                List.of(
                        ui.t("overview.coming") + ", " + ui.t("overview.month"),
                        ui.t("overview.deals"),
                        potential(),
                        ui.t("overview.expected", ui.company().currency())),
                rows);
    }

    private Table meetings(Overview.Open open) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var meeting : open.meetings()) {
            var customer = meeting.names().customer();
            rows.add(ReportTables.row(
                    meeting.fields().subject(), meeting.at(), customer == null ? null : customer.name()));
        }
        return new Table(List.of(ui.t("overview.meetings")), rows);
    }

    private Table late() {
        var rows = new ArrayList<List<@Nullable Object>>();
        page.overview()
                .late()
                .forEach(share -> rows.add(ReportTables.row(share.person().name(), share.deals())));
        return new Table(List.of(ui.t("overview.people"), ui.t("overview.late")), rows);
    }

    private Table people(Overview.Open open) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : open.team().people()) {
            var needs = row.needs();
            rows.add(ReportTables.row(
                    row.name(),
                    needs.overdue(),
                    needs.late(),
                    needs.silent(),
                    needs.unplanned(),
                    page.difference(row)));
        }
        return new Table(
                List.of(
                        ui.t("overview.people"),
                        ui.t("overview.overdue"),
                        ui.t("overview.late"),
                        ui.t("overview.silent"),
                        ui.t("overview.unplanned"),
                        ui.t("overview.weekAgo")),
                rows);
    }

    private String potential() {
        return ui.t("overview.potential", ui.company().currency());
    }
}
