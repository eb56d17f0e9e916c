package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.Customers;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads from a customer to the next one of the list it was opened from. */
@Controller
class CustomerWalkController {
    private final Customers customers;
    private final CustomerList list;
    private final CustomerPages pages;

    CustomerWalkController(Customers customers, CustomerList list, CustomerPages pages) {
        this.customers = customers;
        this.list = list;
        this.pages = pages;
    }

    @GetMapping("/customers/{id}/next")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String next(
            @PathVariable CustomerId id,
            @RequestParam(name = ListWalk.PARAMETER, defaultValue = "") String query,
            CurrentUser user,
            RedirectAttributes redirect) {
        return beside(id, query, false, user, redirect);
    }

    @GetMapping("/customers/{id}/previous")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String previous(
            @PathVariable CustomerId id,
            @RequestParam(name = ListWalk.PARAMETER, defaultValue = "") String query,
            CurrentUser user,
            RedirectAttributes redirect) {
        return beside(id, query, true, user, redirect);
    }

    private String beside(CustomerId id, String query, boolean before, CurrentUser user, RedirectAttributes redirect) {
        var walk = ListWalk.read("/customers", query);
        var filter = CustomerFilter.of(walk == null ? Map.of() : walk.parameters());
        var found = list.beside(customers.visible(id, user), filter, before, user);
        if (found == null) {
            redirect.addFlashAttribute(
                    "toast", pages.toast(user, before ? "platform.walk.first" : "platform.walk.last"));
        }
        var path = "/customers/" + (found == null ? id : found);
        return "redirect:" + (walk == null ? path : walk.at(path));
    }
}
