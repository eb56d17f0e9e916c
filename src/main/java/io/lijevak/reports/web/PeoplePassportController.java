package io.lijevak.reports.web;

import io.lijevak.funnel.DealsOfNumber;
import io.lijevak.funnel.GroupWords;
import io.lijevak.platform.Companies;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.ReckoningAnswer;
import io.lijevak.platform.web.SecondCount;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.PeopleNumber;
import io.lijevak.reports.PeopleQuestion;
import io.lijevak.reports.ShowCustomerMix;
import io.lijevak.reports.ShowPeoplePassport;
import io.lijevak.reports.Weights;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The passport of a number of the reports on people, as a page and as JSON. */
@Controller
class PeoplePassportController {
    private final AskPeople ask;
    private final ShowPeoplePassport passports;
    private final ShowCustomerMix mixes;
    private final DealsOfNumber deals;
    private final Companies companies;

    PeoplePassportController(
            AskPeople ask,
            ShowPeoplePassport passports,
            ShowCustomerMix mixes,
            DealsOfNumber deals,
            Companies companies) {
        this.ask = ask;
        this.passports = passports;
        this.mixes = mixes;
        this.deals = deals;
        this.companies = companies;
    }

    @GetMapping(PeoplePassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        if (!parameters.containsKey("number")) {
            return "redirect:" + PeopleFrame.ROOT;
        }
        var question = question(parameters, user);
        var told = passports.of(question, PeopleNumber.read(parameters), parameters, user);
        var frame = PeopleFrame.of(PeoplePassportPage.PATH, ui, question, ask, more(parameters));
        var page = new PeoplePassportPage(
                frame, told, kind(question, parameters, ui, user), SecondCount.of(parameters, told::again));
        var cell = told.cell();
        model.addAttribute("passport", page.passport(cell == null ? null : deals.members(cell, ui, user)));
        return "reports/passport";
    }

    /** The parameters are those of the report with {@code report}, {@code number}, {@code of}, {@code person}; {@code recount} true. */
    @GetMapping("/api/v1" + PeoplePassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    @ResponseBody
    ReckoningAnswer answer(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var question = question(parameters, user);
        var told = passports.of(question, PeopleNumber.read(parameters), parameters, user);
        return ReckoningAnswer.of(
                told.reckoning(),
                PeopleFrame.link(PeoplePassportPage.PATH, question, more(parameters)),
                companies.current(),
                deals.counts(told.cell(), user),
                SecondCount.of(parameters, told::again));
    }

    private PeopleQuestion question(Map<String, String> parameters, CurrentUser user) {
        return ask.read(parameters, user).orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
    }

    /** What names the number, and what the report is asked beside the question. */
    private static Map<String, String> more(Map<String, String> parameters) {
        var more = new LinkedHashMap<>(Weights.of(parameters).parameters());
        for (var name : java.util.List.of("by", "report", "number", "of", "person")) {
            more.put(name, parameters.getOrDefault(name, ""));
        }
        return more;
    }

    private String kind(PeopleQuestion question, Map<String, String> parameters, Ui ui, CurrentUser user) {
        if (!parameters.getOrDefault("report", "").equals("customers")) {
            return "";
        }
        var mix = mixes.of(question, mixes.choice(parameters, user), user);
        return mix.by().label(parameters.getOrDefault("of", ""), mix.matrix().known(), GroupWords.of(ui::t, ui.f()));
    }
}
