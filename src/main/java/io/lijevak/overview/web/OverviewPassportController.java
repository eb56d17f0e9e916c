package io.lijevak.overview.web;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.funnel.FindDeals;
import io.lijevak.overview.Overview;
import io.lijevak.overview.OverviewNumber;
import io.lijevak.overview.ShowOverview;
import io.lijevak.overview.ShowOverviewPassport;
import io.lijevak.overview.ShowOverviewPassport.Left;
import io.lijevak.overview.ShowOverviewPassport.Members;
import io.lijevak.overview.ShowOverviewPassport.Verdict;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.ReckoningAnswer;
import io.lijevak.platform.web.SecondCount;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The passport of a number of the overview, of now or of a past day, as a page and as JSON. */
@Controller
class OverviewPassportController {
    private final ShowOverview overviews;
    private final ShowOverviewPassport passports;
    private final FindDeals deals;
    private final Companies companies;
    private final Clock clock;

    /** A number with the overview that it stands in. */
    private record Asked(
            Overview overview, OverviewNumber number, String of, Reckoning told, PageLink self, SecondCount again) {}

    OverviewPassportController(
            ShowOverview overviews, ShowOverviewPassport passports, FindDeals deals, Companies companies, Clock clock) {
        this.overviews = overviews;
        this.passports = passports;
        this.deals = deals;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping(OverviewPassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        if (!parameters.containsKey("number")) {
            return "redirect:/overview";
        }
        var asked = asked(parameters, user);
        var overview = asked.overview();
        var asOf = overview.asOf();
        var link = new PageLink("/overview", asOf == null ? Map.of() : asOf.parameters());
        var page = new OverviewPage(ui, overview, PastDay.of(link, ui.company().today(clock), List.of()), 0);
        var typed = asked.number().isOfDeals() ? parameters.getOrDefault("deal", "") : "";
        var meant = deals.meant(typed, asked.self(), user);
        model.addAttribute(
                "passport",
                new OverviewPassportPage(page, asked.number(), asked.told(), meant, asked.again())
                        .passport(
                                passports
                                        .members(overview, asked.number(), asked.of(), user)
                                        .orElse(null),
                                meant.one().flatMap(deal -> verdict(asked, deal, user))));
        return "overview/passport";
    }

    private Optional<Verdict> verdict(Asked asked, FindDeals.Named deal, CurrentUser user) {
        return passports.whyNot(asked.overview(), asked.number(), asked.of(), deal.id(), deal.title(), user);
    }

    /** {@code number} and {@code of} as the links of the page have them, {@code asOf} and {@code known}, {@code recount} true to count again too. */
    @GetMapping("/api/v1" + OverviewPassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    @ResponseBody
    ReckoningAnswer answer(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var asked = asked(parameters, user);
        var members = passports.members(asked.overview(), asked.number(), asked.of(), user);
        return ReckoningAnswer.of(
                asked.told(),
                asked.self(),
                companies.current(),
                members.map(OverviewPassportController::counts).orElse(null),
                asked.again());
    }

    private static ReckoningAnswer.Members counts(Members members) {
        var excluded = members.out().stream()
                .collect(Collectors.toMap(Left::why, Left::deals, Long::sum, TreeMap<String, Long>::new));
        return new ReckoningAnswer.Members(members.in(), excluded, members.all());
    }

    private Asked asked(Map<String, String> parameters, CurrentUser user) {
        var number = OverviewNumber.read(parameters.getOrDefault("number", ""));
        var of = parameters.getOrDefault("of", "");
        var day = AsOf.read(parameters);
        var asOf = day != null && day.day().isBefore(companies.current().today(clock)) ? day : null;
        var overview = overviews.of(asOf, user);
        return new Asked(
                overview,
                number,
                of,
                passports.of(overview, number, of, user),
                OverviewPassportPage.of(number, of, asOf),
                SecondCount.of(parameters, () -> passports.recount(overview, number, of, user)));
    }
}
