package io.lijevak.overview.web;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.overview.ShowOverview;
import io.lijevak.platform.Changes;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The home of whoever leads others. */
@Controller
class OverviewController {
    private final ShowOverview overviews;
    private final Changes changes;
    private final StuckInWords stuck;
    private final Clock clock;

    OverviewController(ShowOverview overviews, Changes changes, StuckInWords stuck, Clock clock) {
        this.overviews = overviews;
        this.stuck = stuck;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/overview")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            CurrentUser user,
            Model model) {
        model.addAttribute("page", page(parameters, ui, user));
        return "overview/page";
    }

    @GetMapping("/overview/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.FUNNEL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        answer(parameters, ui, user).send(ending, response);
    }

    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var page = page(parameters, ui, user);
        return new OverviewSheet(page, stuck.of(PageLink.of(page.bottlenecks()), ui, user)).export();
    }

    private OverviewPage page(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var revision = changes.revision();
        var past =
                PastDay.of(new PageLink("/overview", parameters), ui.company().today(clock), List.of());
        var asOf = past.day() == null ? null : new AsOf(past.day(), past.then());
        return new OverviewPage(ui, overviews.of(asOf, user), past, revision);
    }
}
