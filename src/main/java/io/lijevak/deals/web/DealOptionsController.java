package io.lijevak.deals.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.deals.LineItems;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Parts that other pages load: options of searching fields, and the deals on the page of a customer. */
@Controller
class DealOptionsController {
    private static final int ON_CUSTOMER = 8;
    private final DealChoices choices;
    private final LineItems items;
    private final DealList list;
    private final Customers customers;

    DealOptionsController(DealChoices choices, LineItems items, DealList list, Customers customers) {
        this.choices = choices;
        this.items = items;
        this.list = list;
        this.customers = customers;
    }

    @GetMapping("/deals/options/products")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String products(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("offers", items.offers(q));
        return "deals/productOptions";
    }

    @GetMapping("/deals/options/customers")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String customers(@RequestParam(defaultValue = "") String q, CurrentUser user, Model model) {
        model.addAttribute("choices", choices.customers(q, user));
        return "deals/customerOptions";
    }

    @GetMapping("/deals/of-customer/{customer}")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String ofCustomer(@PathVariable CustomerId customer, CurrentUser user, Model model) {
        var filter = DealFilter.of(Map.of("customer", customer.toString()));
        model.addAttribute("customer", customers.visible(customer, user));
        model.addAttribute("slice", list.page(filter, "", null, ON_CUSTOMER, user));
        model.addAttribute("totals", list.totals(filter, user));
        return "deals/ofCustomer";
    }
}
