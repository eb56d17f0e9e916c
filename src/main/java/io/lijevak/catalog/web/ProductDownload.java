package io.lijevak.catalog.web;

import io.lijevak.catalog.ExportProducts;
import io.lijevak.catalog.ProductFilter;
import io.lijevak.catalog.ProductRow;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import io.lijevak.properties.PropertyCells;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of products as a file, with a column for each property. */
@Component
class ProductDownload {
    private final ExportProducts export;
    private final FieldChips chips;
    private final PropertyCells properties;

    ProductDownload(ExportProducts export, FieldChips chips, PropertyCells properties) {
        this.export = export;
        this.chips = chips;
        this.properties = properties;
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = ProductFilter.of(parameters);
        var own = chips.of(RecordKind.PRODUCT, asked.where(), new PageLink("/products", parameters), user);
        var filter = asked.with(own.where());
        return Export.ofList(
                ui,
                ui.t("catalog.list.title"),
                own.facts(ui),
                columns(ui, user),
                rows -> properties.batched(
                        RecordKind.PRODUCT, user, all -> export.to(all, filter, user), ProductRow::properties, rows));
    }

    private List<Column<PropertyCells.Row<ProductRow>>> columns(Ui ui, CurrentUser user) {
        var fixed = List.of(
                column(ui, "code", ProductRow::code),
                column(ui, "name", ProductRow::name),
                column(ui, "group", ProductRow::group),
                column(ui, "price", row -> value(row.price())),
                column(ui, "currency", row -> currency(row.price())));
        var own = properties.columns(RecordKind.PRODUCT, user, ProductRow.class);
        return Stream.concat(fixed.stream(), own.stream()).toList();
    }

    private Column<PropertyCells.Row<ProductRow>> column(
            Ui ui, String field, Function<ProductRow, @Nullable Object> value) {
        return new Column<>(ui.t("catalog.field." + field), row -> value.apply(row.row()));
    }

    private static @Nullable Object value(@Nullable Money price) {
        return price == null ? null : price.value();
    }

    private static @Nullable Object currency(@Nullable Money price) {
        return price == null ? null : price.currency();
    }
}
