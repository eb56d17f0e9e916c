package io.lijevak.customers.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.CustomerTimeline;
import io.lijevak.customers.Customers;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a customer before a moment: a page of its own, and the older part of the customer page's timeline. */
@Controller
class TimelineController {
    private final Customers customers;
    private final CustomerTimeline timeline;

    TimelineController(Customers customers, CustomerTimeline timeline) {
        this.customers = customers;
        this.timeline = timeline;
    }

    @GetMapping("/customers/{id}/timeline")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String show(
            @PathVariable CustomerId id,
            @RequestParam Instant before,
            @RequestParam(required = false) @Nullable String show,
            CurrentUser user,
            Model model) {
        model.addAttribute("customer", customers.visible(id, user));
        model.addAttribute("timeline", timeline.page(id, user, TimelinePage.kind(show), before));
        return "customers/history";
    }
}
