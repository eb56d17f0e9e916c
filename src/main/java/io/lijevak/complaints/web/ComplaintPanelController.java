package io.lijevak.complaints.web;

import io.lijevak.complaints.ComplaintFilter;
import io.lijevak.complaints.Complaints;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The complaints of a customer and those about a deal, as cards of their pages. */
@Controller
class ComplaintPanelController {
    private static final int SHOWN = 5;
    private final Complaints complaints;
    private final Customers customers;
    private final DealOverviews deals;

    ComplaintPanelController(Complaints complaints, Customers customers, DealOverviews deals) {
        this.complaints = complaints;
        this.customers = customers;
        this.deals = deals;
    }

    @GetMapping("/complaints/of-customer/{customer}")
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    String ofCustomer(@PathVariable CustomerId customer, CurrentUser user, Model model) {
        var archived = customers.visible(customer, user).archived();
        model.addAttribute("begins", user.may("COMPLAINT.CREATE") && !archived);
        return panel("customer", customer.toString(), user, model);
    }

    @GetMapping("/complaints/of-deal/{deal}")
    @Allow(resource = Resource.COMPLAINT, action = Action.VIEW)
    String ofDeal(@PathVariable DealId deal, CurrentUser user, Model model) {
        deals.require(deal, user);
        model.addAttribute("begins", user.may("COMPLAINT.CREATE"));
        return panel("deal", deal.toString(), user, model);
    }

    private String panel(String about, String id, CurrentUser user, Model model) {
        var filter = ComplaintFilter.of(Map.of(about, id));
        model.addAttribute("about", about + "=" + id);
        model.addAttribute("slice", complaints.page(filter, null, SHOWN, user));
        model.addAttribute("count", complaints.count(filter, user));
        return "complaints/panel";
    }
}
