package io.lijevak.deals.web;

import io.lijevak.deals.DealRow;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.PropertyCells;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of an exported list of deals. */
final class DealExport {
    private DealExport() {}

    static List<Column<PropertyCells.Row<DealRow>>> columns(Ui ui) {
        return fixed(ui).stream()
                .map(column -> new Column<PropertyCells.Row<DealRow>>(
                        column.heading(), row -> column.value().apply(row.row())))
                .toList();
    }

    private static List<Column<DealRow>> fixed(Ui ui) {
        return List.of(
                new Column<>(ui.t("deals.field.id"), DealRow::id),
                new Column<>(ui.t("deals.field.title"), DealRow::title),
                new Column<>(ui.t("deals.field.type"), deal -> deal.type().name()),
                new Column<>(ui.t("deals.field.stage"), deal -> name(deal.stage())),
                new Column<>(
                        ui.t("deals.field.outcome"),
                        deal -> ui.t("deals.outcome." + deal.outcome().word())),
                new Column<>(ui.t("deals.field.customer"), deal -> name(deal.customer())),
                new Column<>(ui.t("deals.field.responsible"), deal -> name(deal.responsible())),
                new Column<>(ui.t("deals.field.source"), deal -> name(deal.source())),
                new Column<>(
                        ui.t("deals.field.amount"),
                        deal -> deal.amount() == null ? null : deal.amount().value()),
                new Column<>(
                        ui.t("deals.field.currency"),
                        deal -> deal.amount() == null ? null : deal.amount().currency()),
                new Column<>(ui.t("deals.field.potential", ui.company().currency()), DealRow::potential),
                new Column<>(ui.t("deals.field.expectedClose"), DealRow::expectedClose),
                new Column<>(ui.t("deals.field.opened"), DealRow::openedAt),
                new Column<>(ui.t("deals.field.closed"), DealRow::closedAt),
                new Column<>(ui.t("deals.field.reason"), deal -> name(deal.reason())));
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }
}
