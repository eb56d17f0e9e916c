package io.lijevak.interactions.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.Interactions;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The composer on the pages of customers and deals, with what is planned there. */
@Controller
class AreaController {
    private final Interactions interactions;
    private final Customers customers;
    private final DealOverviews deals;
    private final FormPages pages;

    AreaController(Interactions interactions, Customers customers, DealOverviews deals, FormPages pages) {
        this.interactions = interactions;
        this.customers = customers;
        this.deals = deals;
        this.pages = pages;
    }

    @GetMapping("/interactions/of-customer/{customer}")
    @Allow(resource = Resource.INTERACTION, action = Action.VIEW)
    String ofCustomer(
            @PathVariable CustomerId customer,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            Model model) {
        var found = customers.visible(customer, user);
        model.addAttribute("title", found.name());
        model.addAttribute("begins", user.may("INTERACTION.CREATE") && !found.archived());
        var about = Map.of("customer", customer.toString(), "back", "/customers/" + customer);
        return area(about, parameters, interactions.plannedWith(customer.value(), user), null, user, model);
    }

    @GetMapping("/interactions/of-deal/{deal}")
    @Allow(resource = Resource.INTERACTION, action = Action.VIEW)
    String ofDeal(
            @PathVariable DealId deal, @RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var found = deals.require(deal, user);
        model.addAttribute("title", found.title());
        model.addAttribute("begins", user.may("INTERACTION.CREATE"));
        var about = new HashMap<String, String>();
        about.put("deal", deal.toString());
        about.put("back", "/deals/" + deal);
        var customer = found.parties().customer();
        if (customer != null) {
            about.put("customer", Long.toString(customer.id()));
        }
        var contact = found.parties().contact();
        if (contact != null) {
            about.put("contacts", Long.toString(contact.id()));
        }
        var origin = interactions.originOf(deal.value(), user).orElse(null);
        return area(about, parameters, interactions.plannedAbout(deal.value(), user), origin, user, model);
    }

    private String area(
            Map<String, String> about,
            Map<String, String> parameters,
            List<Interaction> planned,
            @Nullable Interaction origin,
            CurrentUser user,
            Model model) {
        var given = new HashMap<>(about);
        for (var name : List.of("kind", "state")) {
            given.put(name, parameters.getOrDefault(name, ""));
        }
        given.put("fixed", "1");
        model.addAttribute("page", pages.blank(given, user));
        model.addAttribute("planned", planned);
        model.addAttribute("origin", origin);
        return "interactions/area";
    }
}
