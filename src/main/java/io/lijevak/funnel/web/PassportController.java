package io.lijevak.funnel.web;

import io.lijevak.funnel.FindDeals;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.Passport;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowHonestFunnel;
import io.lijevak.funnel.ShowPassport;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The passport of a number: its whole state stands in the address. */
@Controller
class PassportController {
    private final ShowFunnel funnels;
    private final ShowHonestFunnel honest;
    private final ShowPassport passports;
    private final FindDeals deals;
    private final CompanyDay day;

    PassportController(
            ShowFunnel funnels, ShowHonestFunnel honest, ShowPassport passports, FindDeals deals, CompanyDay day) {
        this.funnels = funnels;
        this.honest = honest;
        this.passports = passports;
        this.deals = deals;
        this.day = day;
    }

    @GetMapping(PassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam(defaultValue = "") String cell,
            @RequestParam(defaultValue = "") String deal,
            @RequestParam(defaultValue = "false") boolean recount,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            Model model) {
        if (cell.isBlank()) {
            return "redirect:/funnel";
        }
        var passport = passports.of(cell, user);
        var funnel = passport.funnel();
        var link = new PageLink("/funnel", FunnelParameters.of(funnel.query()));
        var page = new FunnelPage(ui, funnel, honest.of(funnel, user), null, link, 0);
        var form = Form.of(java.util.Map.of("who", who(link)));
        var controls =
                new FunnelControls(ui, funnels.references(), FieldChips.Read.bare(link), form, user, day.today());
        model.addAttribute(
                "passport",
                new PassportPage(
                        page,
                        controls,
                        passport,
                        deal,
                        find(passport, deal, user),
                        recount ? passports.recount(passport, user) : null));
        return "funnel/passport";
    }

    private static String who(PageLink link) {
        return link.value("owner").isEmpty() ? "team:" + link.value("team") : "owner:" + link.value("owner");
    }

    private PassportPage.Found find(Passport passport, String typed, CurrentUser user) {
        if (typed.isBlank()) {
            return PassportPage.Found.NOTHING;
        }
        var found = deals.named(typed, user);
        var verdict = found.size() == 1
                ? passports.whyNot(passport, found.getFirst().id(), user)
                : Optional.<ShowPassport.Verdict>empty();
        return new PassportPage.Found(
                found.stream()
                        .map(deal -> new PassportPage.Choice(deal.id(), deal.title()))
                        .toList(),
                verdict);
    }
}
