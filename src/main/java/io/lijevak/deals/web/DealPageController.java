package io.lijevak.deals.web;

import io.lijevak.deals.DealHistory;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.platform.web.ListWalk;
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

/** The page of a deal. */
@Controller
class DealPageController {
    private final DealOverviews deals;
    private final DealWay way;
    private final DealParts parts;
    private final DealHistory history;
    private final Guests guests;

    DealPageController(DealOverviews deals, DealWay way, DealParts parts, DealHistory history, Guests guests) {
        this.deals = deals;
        this.way = way;
        this.parts = parts;
        this.history = history;
        this.guests = guests;
    }

    @GetMapping("/deals/{id}")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(
            @PathVariable DealId id,
            @RequestParam(name = ListWalk.PARAMETER, required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String show,
            CurrentUser user,
            Model model) {
        var deal = deals.require(id, user);
        var page = new DealPage(
                deal,
                way.type(deal),
                parts.visits(id),
                parts.items(id),
                history.page(id, user, TimelinePage.kind(show), null),
                parts.today(),
                user.can(Resource.DEAL, Action.EDIT, deal.responsibleId()),
                guests,
                way.open(deal),
                (BoardPage.Refusal) model.getAttribute("refusal"),
                ListWalk.read("/deals", list));
        model.addAttribute("page", page);
        model.addAttribute("closed", parts.closed(deal));
        return "deals/deal";
    }

    /** What happened before a moment: a page of its own, and the older part of the timeline of the deal page. */
    @GetMapping("/deals/{id}/timeline")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String timeline(
            @PathVariable DealId id,
            @RequestParam Instant before,
            @RequestParam(required = false) @Nullable String show,
            CurrentUser user,
            Model model) {
        model.addAttribute("deal", deals.require(id, user));
        model.addAttribute("timeline", history.page(id, user, TimelinePage.kind(show), before));
        return "deals/timeline";
    }
}
