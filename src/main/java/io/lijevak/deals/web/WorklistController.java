package io.lijevak.deals.web;

import io.lijevak.deals.BackTest;
import io.lijevak.deals.DealFilter;
import io.lijevak.deals.HandledRisks;
import io.lijevak.deals.Worklist;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deals at risk, what was done about them, and how good the warnings were. */
@Controller
@RequestMapping("/worklist")
class WorklistController {
    private static final int PAGE = 30;
    private static final int BATCH = 500;
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
        model.addAttribute("page", page(parameters, PAGE, user));
        return "deals/worklist";
    }

    @GetMapping("/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.DEAL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        filters.require(parameters, user);
        answer(parameters, ui, user).send(ending, response);
    }

    /** All of the list, read in pieces. */
    Export answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var asked = new HashMap<>(parameters);
        asked.remove("next");
        var page = page(asked, BATCH, user);
        return page.export(ui, rows -> {
            var slice = page.slice();
            slice.items().forEach(rows);
            while (slice.next() != null) {
                slice = worklist.page(DealFilter.of(page.link().parameters()), slice.next(), BATCH, user);
                slice.items().forEach(rows);
            }
        });
    }

    private WorklistPage page(Map<String, String> parameters, int limit, CurrentUser user) {
        var asked = filters.read(
                today.kept(new PageLink("/worklist", parameters)).without("outcome", "from", "sort"), user);
        var link = asked.link();
        var filter = DealFilter.of(link.parameters());
        var next = link.value("next");
        return new WorklistPage(
                link,
                asked,
                worklist.page(filter, next.isEmpty() ? null : next, limit, user),
                worklist.totals(filter, user),
                today.past(link),
                worklist.keptSince(filter));
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
