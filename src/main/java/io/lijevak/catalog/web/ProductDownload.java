package io.lijevak.catalog.web;

import io.lijevak.catalog.ProductRow;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.Texts;
import io.lijevak.properties.PropertyCells;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of products as a file, with a column for each property. */
@Component
class ProductDownload {
    private final Companies companies;
    private final Texts texts;
    private final PropertyCells properties;

    ProductDownload(Companies companies, Texts texts, PropertyCells properties) {
        this.companies = companies;
        this.texts = texts;
        this.properties = properties;
    }

    void write(String ending, CurrentUser user, HttpServletResponse response, Consumer<Consumer<ProductRow>> source) {
        var name = texts.get(user.language(), "catalog.list.title");
        new TableDownload<>(name, companies.current().region(), user.timeZone(), columns(user))
                .write(
                        TableDownload.Format.valueOfEnding(ending),
                        response,
                        rows -> properties.batched(RecordKind.PRODUCT, user, source, ProductRow::properties, rows));
    }

    private List<Column<PropertyCells.Row<ProductRow>>> columns(CurrentUser user) {
        var fixed = List.of(
                column(user, "code", ProductRow::code),
                column(user, "name", ProductRow::name),
                column(user, "group", ProductRow::group),
                column(user, "price", row -> value(row.price())),
                column(user, "currency", row -> currency(row.price())));
        var own = properties.columns(RecordKind.PRODUCT, user, ProductRow.class);
        return Stream.concat(fixed.stream(), own.stream()).toList();
    }

    private Column<PropertyCells.Row<ProductRow>> column(
            CurrentUser user, String field, Function<ProductRow, @Nullable Object> value) {
        return new Column<>(texts.get(user.language(), "catalog.field." + field), row -> value.apply(row.row()));
    }

    private static @Nullable Object value(@Nullable Money price) {
        return price == null ? null : price.value();
    }

    private static @Nullable Object currency(@Nullable Money price) {
        return price == null ? null : price.currency();
    }
}
