package io.lijevak.reports.web;

import io.lijevak.platform.Companies;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.NumberPassport.Line;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReckoningAnswer;
import io.lijevak.platform.web.ReckoningWords;
import io.lijevak.platform.web.SecondCount;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.ColdPassports;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The passport of a number of what comes before deals, as a page and as JSON. */
@Controller
class ColdPassportController {
    static final String PATH = ColdTopController.PATH + "/passport";
    private static final long MOST = io.lijevak.interactions.WrittenContacts.MOST;
    private final ColdPassports passports;
    private final Companies companies;

    ColdPassportController(ColdPassports passports, Companies companies) {
        this.passports = passports;
        this.companies = companies;
    }

    @GetMapping(PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        if (!parameters.containsKey("number")) {
            return "redirect:/funnel";
        }
        var told = passports.of(parameters, user);
        model.addAttribute("passport", passport(ui, told, self(parameters), again(told, parameters, user)));
        return "reports/passport";
    }

    /** The parameters are those of the funnel; {@code number} count or each, {@code of} a stage, {@code recount} true. */
    @GetMapping("/api/v1/funnel/cold-top/passport")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    @ResponseBody
    ReckoningAnswer answer(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var told = passports.of(parameters, user);
        return ReckoningAnswer.of(
                told.reckoning(), self(parameters), companies.current(), null, again(told, parameters, user));
    }

    private SecondCount again(ColdPassports.Told told, Map<String, String> parameters, CurrentUser user) {
        return SecondCount.of(parameters, () -> passports.recount(told, parameters, user));
    }

    private static PageLink self(Map<String, String> parameters) {
        return new PageLink(PATH, parameters).without("recount", NumberPassport.NUMBERS);
    }

    private static NumberPassport passport(Ui ui, ColdPassports.Told told, PageLink self, SecondCount again) {
        var stage = ui.t("reports.cold." + told.stage());
        var each = told.reckoning().number().equals("each");
        var words = new ReckoningWords(
                ui, told.reckoning(), self, code -> code.equals("count") ? stage : ui.t("reports.cold.DEALS"));
        return new NumberPassport(
                new NumberPassport.Head(
                        each ? stage + " · " + ui.t("reports.cold.perDeal") : stage,
                        words.value(),
                        "",
                        self.at("/funnel").without("number", "of").toString(),
                        ui.t("funnel.nav")),
                lines(ui, told, words, each),
                words.inputs(),
                null,
                null,
                words.again(again, MOST));
    }

    private static List<Line> lines(Ui ui, ColdPassports.Told told, ReckoningWords words, boolean each) {
        var definition = ui.t("reports.cold.text." + ColdPassports.word(told.stage()));
        var lines = new ArrayList<>(words.lines(each ? definition + " " + ui.t("reports.cold.text.each") : definition));
        lines.add(Line.of(ui.t("platform.passport.filter"), ui.t("reports.cold.filter")));
        lines.add(Line.of(
                ui.t("reports.cold.days"),
                ui.f().date(told.period().from()) + " – "
                        + ui.f().date(told.period().to())));
        lines.add(
                Line.of(ui.t("platform.passport.zone"), ui.company().timeZone().getId()));
        return lines;
    }
}
