package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DemandLines;
import io.lijevak.deals.UnmetDemand;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
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
        model.addAttribute("page", page(parameters, user));
        return "deals/unmet";
    }

    @GetMapping("/deals/unmet-demand/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.DEAL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            HttpServletResponse response) {
        requireSwitch();
        filters.require(parameters, user);
        page(parameters, user).export(ui).send(ending, response);
    }

    /** What is sent; empty where the company records no demand. */
    Optional<Export> answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        return lines.isRecordedAtAll() ? Optional.of(page(parameters, user).export(ui)) : Optional.empty();
    }

    private UnmetPage page(Map<String, String> parameters, CurrentUser user) {
        var asked = filters.read(
                new PageLink("/deals/unmet-demand", parameters).without("next", "sort", "from", "unmet"), user);
        return new UnmetPage(asked, unmet.of(DealFilter.of(asked.link().parameters()), user));
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
