package io.lijevak.tasks.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.tasks.TasksOf;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tasks of a deal or customer, as a card of their pages. */
@Controller
class TaskPanelController {
    private final TasksOf tasks;
    private final DealOverviews deals;
    private final Customers customers;

    TaskPanelController(TasksOf tasks, DealOverviews deals, Customers customers) {
        this.tasks = tasks;
        this.deals = deals;
        this.customers = customers;
    }

    @GetMapping("/tasks/of-deal/{deal}")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String ofDeal(@PathVariable DealId deal, CurrentUser user, Model model) {
        var shown = deals.require(deal, user);
        var card = tasks.deal(deal);
        model.addAttribute(
                "panel",
                new TaskPanel(
                        card,
                        "deal=" + deal,
                        "/deals/" + deal,
                        true,
                        shown.marks().isUnplanned()));
        return "tasks/panel";
    }

    @GetMapping("/tasks/of-customer/{customer}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String ofCustomer(@PathVariable CustomerId customer, CurrentUser user, Model model) {
        customers.visible(customer, user);
        var card = tasks.customer(customer);
        model.addAttribute("panel", new TaskPanel(card, "customer=" + customer, "/customers/" + customer, false, true));
        return "tasks/panel";
    }
}
