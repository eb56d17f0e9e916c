package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerRow;
import io.lijevak.customers.ExportCustomers;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.TableDownload.Format;
import io.lijevak.platform.web.TableDownload.Verbatim;
import io.lijevak.platform.web.Texts;
import io.lijevak.properties.PropertyCells;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers as a file: same filter, same order. */
@Controller
class CustomerExportController {
    private final ExportCustomers export;
    private final Companies companies;
    private final Texts texts;
    private final PropertyCells properties;

    CustomerExportController(ExportCustomers export, Companies companies, Texts texts, PropertyCells properties) {
        this.export = export;
        this.companies = companies;
        this.texts = texts;
        this.properties = properties;
    }

    @GetMapping("/customers/export.{ending:csv|xlsx}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EXPORT)
    void download(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            HttpServletResponse response) {
        var name = texts.get(user.language(), "customers.list.title");
        new TableDownload<>(name, companies.current().region(), user.timeZone(), columns(user))
                .write(
                        Format.valueOfEnding(ending),
                        response,
                        rows -> properties.batched(
                                RecordKind.CUSTOMER,
                                user,
                                all -> export.to(all, CustomerFilter.of(parameters), user),
                                CustomerRow::properties,
                                rows));
    }

    private List<Column<PropertyCells.Row<CustomerRow>>> columns(CurrentUser user) {
        var own = properties.columns(RecordKind.CUSTOMER, user, CustomerRow.class);
        return Stream.concat(fixed(user).stream(), own.stream()).toList();
    }

    private List<Column<PropertyCells.Row<CustomerRow>>> fixed(CurrentUser user) {
        return List.of(
                column(user, "name", CustomerRow::name),
                column(user, "kind", row -> texts.get(user.language(), "customers.kind." + row.kind())),
                column(user, "categories", row -> String.join(", ", row.categories())),
                column(user, "phones", row -> new Verbatim(String.join(", ", row.phones()))),
                column(user, "emails", row -> String.join(", ", row.emails())),
                column(user, "city", CustomerRow::city),
                column(user, "country", CustomerRow::country),
                column(user, "taxNumber", CustomerRow::taxNumber),
                column(user, "lifecycle", row -> texts.get(user.language(), "customers.lifecycle." + row.lifecycle())),
                column(user, "responsible", CustomerRow::responsible),
                column(user, "source", CustomerRow::source),
                column(user, "lastContact", CustomerRow::lastContactAt),
                column(user, "created", CustomerRow::createdAt),
                column(user, "changed", CustomerRow::changedAt));
    }

    private Column<PropertyCells.Row<CustomerRow>> column(
            CurrentUser user, String field, Function<CustomerRow, @Nullable Object> value) {
        return new Column<>(texts.get(user.language(), "customers.field." + field), row -> value.apply(row.row()));
    }
}
