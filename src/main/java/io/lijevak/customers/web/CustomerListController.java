package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.CustomerRow;
import io.lijevak.customers.CustomerWorth;
import io.lijevak.customers.References;
import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.FieldChips;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of customers; its whole state stands in the address. */
@Controller
class CustomerListController {
    static final int PAGE = 50;
    private final CustomerList list;
    private final CustomerWorth worth;
    private final References references;
    private final FieldChips chips;

    CustomerListController(CustomerList list, CustomerWorth worth, References references, FieldChips chips) {
        this.list = list;
        this.worth = worth;
        this.references = references;
        this.chips = chips;
    }

    @GetMapping("/customers")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, CurrentUser user, Model model, HttpServletResponse response) {
        var asked = CustomerFilter.of(parameters);
        var own = chips.of(RecordKind.CUSTOMER, asked.where(), new PageLink("/customers", parameters), user);
        var filter = asked.with(own.where());
        var link = own.link();
        var exactly = link.value("count").equals("exact");
        var page = list.page(filter, user, link.value("next"), PAGE);
        var open = worth.ofEach(page.items().stream().map(CustomerRow::id).toList(), user);
        var whole = page.next() == null && link.value("next").isEmpty();
        var count = whole ? page.items().size() : list.count(filter, user, exactly);
        model.addAttribute("page", new ListPage(own, filter, page, open, count, exactly));
        model.addAttribute("references", references.all());
        response.setHeader("HX-Push-Url", link.without("count").toString());
        return "customers/list";
    }
}
