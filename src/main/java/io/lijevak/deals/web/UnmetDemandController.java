package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DemandLines;
import io.lijevak.deals.UnmetDemand;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Demand that was not satisfied, by reason and sum. */
@Controller
class UnmetDemandController {
    private final UnmetDemand unmet;
    private final DemandLines lines;
    private final FilterReading filters;

    UnmetDemandController(UnmetDemand unmet, DemandLines lines, FilterReading filters) {
        this.unmet = unmet;
        this.lines = lines;
        this.filters = filters;
    }

    @GetMapping("/deals/unmet-demand")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        requireSwitch();
        var asked = filters.read(
                new PageLink("/deals/unmet-demand", parameters).without("next", "sort", "from", "unmet"), user);
        var link = asked.link();
        model.addAttribute("link", link);
        model.addAttribute("filters", asked);
        model.addAttribute("lines", unmet.of(DealFilter.of(link.parameters()), user));
        return "deals/unmet";
    }

    /** The same for programs; parameters as of the list of deals. */
    @GetMapping("/api/v1/deals/unmet-demand")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    @ResponseBody
    List<UnmetDemand.Line> read(@RequestParam Map<String, String> parameters, CurrentUser user) {
        requireSwitch();
        DealBodyReading.checkFilters(parameters);
        return unmet.of(DealFilter.of(parameters), user);
    }

    private void requireSwitch() {
        if (!lines.isRecordedAtAll()) {
            throw new RecordNotFound("demand", "unmet");
        }
    }
}
