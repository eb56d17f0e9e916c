package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.LossAnalysis;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Why deals were lost. Without days in the address it is about the last twelve months. */
@Controller
class LossesController {
    private final LossAnalysis analysis;
    private final FilterReading filters;
    private final Companies companies;
    private final Clock clock;

    LossesController(LossAnalysis analysis, FilterReading filters, Companies companies, Clock clock) {
        this.analysis = analysis;
        this.filters = filters;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping("/deals/losses")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        model.addAttribute("page", page(parameters, user));
        return "deals/losses";
    }

    @GetMapping("/deals/losses/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.DEAL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        filters.require(parameters, user);
        page(parameters, user).export(ui).send(ending, response);
    }

    LossesPage page(Map<String, String> parameters, CurrentUser user) {
        var asked = filters.read(link("/deals/losses", parameters), user);
        return new LossesPage(
                asked.link(), asked, analysis.of(DealFilter.of(asked.link().parameters()), user));
    }

    /** The same for programs; parameters as of the list of deals. */
    @GetMapping("/api/v1/deals/losses")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    @ResponseBody
    LossAnalysis.Losses read(@RequestParam Map<String, String> parameters, CurrentUser user) {
        DealBodyReading.checkFilters(parameters);
        var link = link("/api/v1/deals/losses", parameters);
        return analysis.of(DealFilter.of(link.parameters()), user);
    }

    private PageLink link(String path, Map<String, String> parameters) {
        var link = new PageLink(path, parameters).without("outcome", "next", "sort", "from", "fields");
        if (!link.value("closedFrom").isEmpty() || !link.value("closedTo").isEmpty()) {
            return link;
        }
        var months = Period.lastTwelveMonths(companies.current().today(clock));
        return link.with("closedFrom", months.from()).with("closedTo", months.to());
    }
}
