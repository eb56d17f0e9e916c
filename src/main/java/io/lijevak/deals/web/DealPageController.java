package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.DealPanel;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a deal. */
@Controller
class DealPageController {
    private static final int NEWEST = 50;
    private final DealOverviews deals;
    private final DealTypes types;
    private final DealParts parts;
    private final AuditTrail audit;
    private final List<DealPanel> panels;

    DealPageController(
            DealOverviews deals, DealTypes types, DealParts parts, AuditTrail audit, List<DealPanel> panels) {
        this.deals = deals;
        this.types = types;
        this.parts = parts;
        this.audit = audit;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(DealPanel::order))
                .toList();
    }

    @GetMapping("/deals/{id}")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(
            @PathVariable DealId id,
            @RequestParam(name = ListWalk.PARAMETER, required = false) @Nullable String list,
            CurrentUser user,
            Model model) {
        var deal = deals.require(id, user);
        var page = new DealPage(
                deal,
                types.require(new DealTypeId(deal.type().id())),
                parts.visits(id),
                parts.items(id),
                new History(audit.history("deal", id.value(), NEWEST)),
                parts.today(),
                user.can(Resource.DEAL, Action.EDIT, deal.responsibleId()),
                panels.stream().map(panel -> panel.href().apply(id)).toList(),
                (BoardPage.Refusal) model.getAttribute("refusal"),
                ListWalk.read("/deals", list));
        model.addAttribute("page", page);
        model.addAttribute("closed", parts.closed(deal));
        return "deals/deal";
    }
}
