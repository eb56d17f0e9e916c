package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Customers as the choices of a search-as-you-type field. */
@Controller
class CustomerOptionsController {
    private static final int MOST = 10;
    private final CustomerList list;

    CustomerOptionsController(CustomerList list) {
        this.list = list;
    }

    @GetMapping("/customers/options")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String options(@RequestParam(defaultValue = "") String q, CurrentUser user, Model model) {
        var filter = CustomerFilter.of(Map.of("q", q));
        model.addAttribute("customers", list.page(filter, user, null, MOST).items());
        return "customers/options";
    }
}
