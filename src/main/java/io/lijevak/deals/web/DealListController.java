package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.deals.DealRow;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.PropertyCells;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of deals; its whole state stands in the address. */
@Controller
class DealListController {
    private static final int PAGE = 50;
    private final DealList list;
    private final FilterReading filters;
    private final PropertyCells properties;
    private final Today today;

    DealListController(DealList list, FilterReading filters, PropertyCells properties, Today today) {
        this.list = list;
        this.filters = filters;
        this.properties = properties;
        this.today = today;
    }

    @GetMapping("/deals")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var asked = filters.read(today.kept(new PageLink("/deals", parameters)), user);
        var link = asked.link();
        var filter = DealFilter.of(link.parameters());
        var next = link.value("next");
        var slice = list.page(filter, link.value("sort"), next.isEmpty() ? null : next, PAGE, user);
        model.addAttribute("page", new ListPage(link, asked, slice, list.totals(filter, user), today.past(link)));
        return "deals/list";
    }

    @GetMapping("/deals/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.DEAL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        filters.require(parameters, user);
        answer(parameters, ui, user).send(ending, response);
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = filters.read(today.kept(new PageLink("/deals", parameters)), user);
        var filter = DealFilter.of(asked.link().parameters());
        var totals = list.totals(filter, user);
        var past = today.past(asked.link());
        var words = new Export.Words(
                ui.t("deals.title"),
                ui.t("deals.export.name"),
                ui.t(
                        "deals.list.sum",
                        totals.count(),
                        ui.f().money(new Money(totals.potential(), ui.company().currency()))),
                Stream.concat(asked.facts(ui).stream(), past.facts(ui).stream()).toList(),
                past.moment(ui));
        var sort = asked.link().value("sort");
        return Export.ofRows(
                ui,
                words,
                table(ui, user),
                consumer -> properties.batched(
                        RecordKind.DEAL,
                        user,
                        all -> list.export(filter, sort, user, all),
                        DealRow::properties,
                        consumer));
    }

    private TableDownload<PropertyCells.Row<DealRow>> table(Ui ui, CurrentUser user) {
        var own = properties.columns(RecordKind.DEAL, user, DealRow.class);
        return new TableDownload<>(
                ui.t("deals.export.name"),
                ui.f().region(),
                ui.f().zone(),
                Stream.concat(DealExport.columns(ui).stream(), own.stream()).toList());
    }
}
