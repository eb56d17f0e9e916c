package io.lijevak.overview.web;

import io.lijevak.funnel.FindDeals;
import io.lijevak.overview.OverviewNumber;
import io.lijevak.overview.ShowOverview;
import io.lijevak.overview.ShowOverviewPassport;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.ReckoningAnswer;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The passport of a number of the overview, as a page and as JSON. */
@Controller
class OverviewPassportController {
    private final ShowOverview overviews;
    private final ShowOverviewPassport passports;
    private final FindDeals deals;
    private final Companies companies;

    OverviewPassportController(
            ShowOverview overviews, ShowOverviewPassport passports, FindDeals deals, Companies companies) {
        this.overviews = overviews;
        this.passports = passports;
        this.deals = deals;
        this.companies = companies;
    }

    @GetMapping(OverviewPassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String deal,
            @RequestParam(defaultValue = "false") boolean recount,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            Model model) {
        if (number.isBlank()) {
            return "redirect:/overview";
        }
        var asked = OverviewNumber.read(number);
        var overview = overviews.of(null, user);
        var told = passports.of(overview, asked, of, user);
        var self = self(asked, of);
        var found = new OverviewPassportPage.Found(deal, List.of(), Optional.empty());
        if (!deal.isBlank() && asked.isOfDeals()) {
            var named = deals.named(deal, user);
            var choices = named.stream()
                    .map(one -> new NumberPassport.Choice(
                            one.id(), one.title(), self.with("deal", one.id()).toString()))
                    .toList();
            var verdict = named.size() == 1
                    ? passports.whyNot(overview, asked, of, named.getFirst().id(), user)
                    : Optional.<ShowOverviewPassport.Verdict>empty();
            found = new OverviewPassportPage.Found(deal, choices, verdict);
        }
        var page = new OverviewPage(
                ui, overview, PastDay.of(new PageLink("/overview", Map.of()), overview.today(), List.of()), 0);
        var again = recount ? passports.recount(overview, asked, of, user) : null;
        model.addAttribute("passport", new OverviewPassportPage(page, asked, told, self, found, again).passport());
        return "overview/passport";
    }

    /** {@code number} and {@code of} as the links of the page have them, {@code recount} true to count again too. */
    @GetMapping("/api/v1" + OverviewPassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    @ResponseBody
    ReckoningAnswer answer(
            @RequestParam String number,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "false") boolean recount,
            CurrentUser user) {
        var asked = OverviewNumber.read(number);
        var overview = overviews.of(null, user);
        var again = recount
                ? passports.recount(overview, asked, of, user).map(ShowOverviewPassport.Recounted::again)
                : Optional.<io.lijevak.platform.Reckoning.Again>empty();
        return ReckoningAnswer.of(
                passports.of(overview, asked, of, user),
                self(asked, of),
                companies.current().timeZone().getId(),
                again);
    }

    private static PageLink self(OverviewNumber number, String of) {
        return new PageLink(OverviewPassportPage.PATH, Map.of("number", number.word())).with("of", of);
    }
}
