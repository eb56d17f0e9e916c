package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.ProvenStages;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far a deal is proven, beside where it is said to be: a card of its page. */
@Controller
class DealProofController {
    private final DealOverviews deals;
    private final ProvenStages proven;

    DealProofController(DealOverviews deals, ProvenStages proven) {
        this.deals = deals;
        this.proven = proven;
    }

    @GetMapping("/deals/{id}/proof")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String card(@PathVariable DealId id, CurrentUser user, Model model) {
        model.addAttribute("deal", deals.require(id, user));
        model.addAttribute("proof", proven.of(id, user).orElse(null));
        return "deals/proof";
    }
}
