package io.lijevak.deals.web;

import io.lijevak.deals.BackTest;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.HandledRisks;
import io.lijevak.deals.Worklist;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals at risk, what was done about them, and how good the warnings were. */
@Controller
@RequestMapping("/worklist")
class WorklistController {
    private static final int PAGE = 30;
    private final Worklist worklist;
    private final HandledRisks handled;
    private final BackTest backTest;
    private final FilterReading filters;
    private final Today today;

    WorklistController(Worklist worklist, HandledRisks handled, BackTest backTest, FilterReading filters, Today today) {
        this.worklist = worklist;
        this.handled = handled;
        this.backTest = backTest;
        this.filters = filters;
        this.today = today;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var link = new PageLink("/worklist", parameters).without("outcome", "from", "sort");
        var filter = DealFilter.of(link.parameters());
        var next = link.value("next");
        model.addAttribute(
                "page",
                new WorklistPage(
                        link,
                        filters.read(link, user),
                        worklist.page(filter, next.isEmpty() ? null : next, PAGE, user),
                        worklist.totals(filter, user)));
        return "deals/worklist";
    }

    @GetMapping("/handled")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String handled(CurrentUser user, Model model) {
        model.addAttribute("handled", handled.newest(user));
        return "deals/handled";
    }

    @GetMapping("/back-test")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String backTest(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        var period = today.period(parameters);
        model.addAttribute("form", Form.of(Map.of("from", period.from(), "to", period.to())));
        model.addAttribute("report", backTest.of(period, user));
        return "deals/backTest";
    }
}
