package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.CustomerWorth;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures in the foot of the list, computed over exactly its filter when the foot comes into sight. */
@Controller
class CustomerFiguresController {
    private final CustomerList list;
    private final CustomerWorth worth;

    CustomerFiguresController(CustomerList list, CustomerWorth worth) {
        this.list = list;
        this.worth = worth;
    }

    @GetMapping("/customers/figures")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var filter = CustomerFilter.of(parameters);
        model.addAttribute("count", list.count(filter, user, true));
        model.addAttribute("open", worth.of(list.ids(filter, user), user));
        return "customers/figures";
    }
}
