package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.CustomerRow;
import io.lijevak.customers.ExportCustomers;
import io.lijevak.customers.References;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.TableDownload.Column;
import io.lijevak.platform.web.TableDownload.Verbatim;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers as a file: same filter, same order. */
@Controller
class CustomerExportController {
    private final ExportCustomers export;
    private final CustomerList list;
    private final References references;
    private final FieldChips chips;
    private final PropertyCells properties;

    CustomerExportController(
            ExportCustomers export,
            CustomerList list,
            References references,
            FieldChips chips,
            PropertyCells properties) {
        this.export = export;
        this.list = list;
        this.references = references;
        this.chips = chips;
        this.properties = properties;
    }

    @GetMapping("/customers/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EXPORT)
    void download(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        chips.require(RecordKind.CUSTOMER, parameters, user);
        answer(parameters, ui, user).send(ending, response);
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = CustomerFilter.of(parameters);
        var own = chips.of(RecordKind.CUSTOMER, asked.where(), new PageLink("/customers", parameters), user);
        var filter = asked.with(own.where());
        return Export.ofList(
                ui,
                ui.t("customers.list.title"),
                facts(filter, own, ui, user),
                columns(ui, user),
                rows -> properties.batched(
                        RecordKind.CUSTOMER, user, all -> export.to(all, filter, user), CustomerRow::properties, rows));
    }

    private List<Export.Fact> facts(CustomerFilter filter, FieldChips.Read own, Ui ui, CurrentUser user) {
        var count = list.count(filter, user, true);
        var page = new ListPage(own, filter, new Slice<>(List.of(), null), Map.of(), count, true);
        return Stream.of(
                        Stream.of(new Export.Fact("", ui.t("customers.list.found", count, page.total(ui)))),
                        page.chips(ui, references.all()).stream()
                                .map(chip -> new Export.Fact(chip.label(), chip.value())),
                        own.facts(ui).stream())
                .flatMap(one -> one)
                .toList();
    }

    private List<Column<PropertyCells.Row<CustomerRow>>> columns(Ui ui, CurrentUser user) {
        var own = properties.columns(RecordKind.CUSTOMER, user, CustomerRow.class);
        return Stream.concat(fixed(ui).stream(), own.stream()).toList();
    }

    private List<Column<PropertyCells.Row<CustomerRow>>> fixed(Ui ui) {
        return List.of(
                column(ui, "name", CustomerRow::name),
                column(ui, "kind", row -> ui.t("customers.kind." + row.kind())),
                column(ui, "categories", row -> String.join(", ", row.categories())),
                column(ui, "phones", row -> new Verbatim(String.join(", ", row.phones()))),
                column(ui, "emails", row -> String.join(", ", row.emails())),
                column(ui, "city", CustomerRow::city),
                column(ui, "country", CustomerRow::country),
                column(ui, "taxNumber", CustomerRow::taxNumber),
                column(ui, "lifecycle", row -> ui.t("customers.lifecycle." + row.lifecycle())),
                column(ui, "responsible", CustomerRow::responsible),
                column(ui, "source", CustomerRow::source),
                column(ui, "lastContact", CustomerRow::lastContactAt),
                column(ui, "created", CustomerRow::createdAt),
                column(ui, "changed", CustomerRow::changedAt));
    }

    private Column<PropertyCells.Row<CustomerRow>> column(
            Ui ui, String field, Function<CustomerRow, @Nullable Object> value) {
        return new Column<>(ui.t("customers.field." + field), row -> value.apply(row.row()));
    }
}
