package io.lijevak.funnel.web;

import io.lijevak.funnel.FindDeals;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.HonestFunnel;
import io.lijevak.funnel.ShowPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The passport of a number: its whole state stands in the address. */
@Controller
class PassportController {
    private final ShowPassport passports;
    private final FindDeals deals;
    private final MatrixController.Questions questions;

    PassportController(ShowPassport passports, FindDeals deals, MatrixController.Questions questions) {
        this.passports = passports;
        this.deals = deals;
        this.questions = questions;
    }

    @GetMapping(PassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam(defaultValue = "") String cell,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String deal,
            @RequestParam(defaultValue = "false") boolean recount,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            Model model) {
        if (cell.isBlank()) {
            return "redirect:/funnel";
        }
        var passport = passports.of(cell, measure, user);
        var query = passport.funnel().query();
        var meant = deals.meant(deal, PassportPage.self(passport), user);
        var link = new PageLink("/funnel", FunnelParameters.of(query));
        var page = new FunnelPage(ui, passport.funnel(), HonestFunnel.NONE, null, link, 0);
        model.addAttribute(
                "passport",
                new PassportPage(
                                page,
                                questions.controls(ui, link, List.of(), user),
                                passport,
                                meant,
                                meant.one().flatMap(one -> passports.whyNot(passport, one.id(), user)),
                                recount ? passports.recount(passport, user) : null)
                        .told());
        return "funnel/passport";
    }
}
