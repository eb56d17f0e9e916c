package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealList;
import io.lijevak.deals.DealOverviews;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leads from a deal to the next one of the list it was opened from. */
@Controller
class DealWalkController {
    private final DealOverviews deals;
    private final DealList list;

    DealWalkController(DealOverviews deals, DealList list) {
        this.deals = deals;
        this.list = list;
    }

    @GetMapping("/deals/{id}/next")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String next(
            @PathVariable DealId id,
            @RequestParam(name = ListWalk.PARAMETER, defaultValue = "") String query,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes redirect) {
        var walk = ListWalk.read("/deals", query);
        return to(id, beside(id, walk, false, user), walk, ui.t("platform.walk.last"), redirect);
    }

    @GetMapping("/deals/{id}/previous")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String previous(
            @PathVariable DealId id,
            @RequestParam(name = ListWalk.PARAMETER, defaultValue = "") String query,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes redirect) {
        var walk = ListWalk.read("/deals", query);
        return to(id, beside(id, walk, true, user), walk, ui.t("platform.walk.first"), redirect);
    }

    private @Nullable DealId beside(DealId id, @Nullable ListWalk walk, boolean before, CurrentUser user) {
        Map<String, String> parameters = walk == null ? Map.of() : walk.parameters();
        var sort = parameters.getOrDefault("sort", "");
        return list.beside(deals.require(id, user), DealFilter.of(parameters), sort, before, user);
    }

    private static String to(
            DealId id, @Nullable DealId found, @Nullable ListWalk walk, String atEnd, RedirectAttributes redirect) {
        if (found == null) {
            redirect.addFlashAttribute("toast", Toast.of(atEnd));
        }
        var path = "/deals/" + (found == null ? id : found);
        return "redirect:" + (walk == null ? path : walk.at(path));
    }
}
