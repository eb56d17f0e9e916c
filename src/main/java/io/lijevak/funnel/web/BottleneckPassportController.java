package io.lijevak.funnel.web;

import io.lijevak.funnel.Bottlenecks;
import io.lijevak.funnel.DealsOfNumber;
import io.lijevak.funnel.FindBottlenecks;
import io.lijevak.funnel.FunnelCell;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.ShowBottleneckPassport;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.platform.Reckoning;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReckoningAnswer;
import io.lijevak.platform.web.SecondCount;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The passport of a number of the bottlenecks, as a page and as JSON; its whole state stands in the address. */
@Controller
class BottleneckPassportController {
    private final FindBottlenecks bottlenecks;
    private final ShowBottleneckPassport passports;
    private final DealsOfNumber deals;
    private final ShowFunnel funnels;
    private final BottleneckController.Now now;

    /** A number with the answer that it stands in. */
    private record Asked(Bottlenecks found, Reckoning told, PageLink self, SecondCount again) {
        @Nullable
        FunnelCell cell() {
            return BottleneckPassportPage.cell(found, told, self);
        }
    }

    BottleneckPassportController(
            FindBottlenecks bottlenecks,
            ShowBottleneckPassport passports,
            DealsOfNumber deals,
            ShowFunnel funnels,
            BottleneckController.Now now) {
        this.bottlenecks = bottlenecks;
        this.passports = passports;
        this.deals = deals;
        this.funnels = funnels;
        this.now = now;
    }

    @GetMapping(BottleneckPassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        if (!parameters.containsKey("number")) {
            return "redirect:/funnel/bottlenecks";
        }
        var asked = asked(parameters, user);
        var controls = new FunnelControls(
                ui,
                funnels.references(),
                FieldChips.Read.bare(asked.self()),
                FunnelAddress.form(asked.self()),
                user,
                now.today());
        var page = new BottleneckPassportPage(ui, controls, asked.found(), asked.told(), asked.self(), asked.again());
        var cell = asked.cell();
        model.addAttribute("passport", page.told(cell == null ? null : deals.members(cell, ui, user)));
        return "funnel/passport";
    }

    /** The parameters are those of the bottlenecks; {@code stage} an id, {@code number} as the links have it, {@code recount} true. */
    @GetMapping("/api/v1" + BottleneckPassportPage.PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    @ResponseBody
    ReckoningAnswer answer(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var asked = asked(parameters, user);
        return ReckoningAnswer.of(
                asked.told(), asked.self(), now.companies().current(), deals.counts(asked.cell(), user), asked.again());
    }

    private Asked asked(Map<String, String> parameters, CurrentUser user) {
        var query = BottleneckQuestion.read(parameters, funnels.references(), now.today());
        var found = bottlenecks.of(query, user).orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
        var stage = parameters.getOrDefault("stage", "");
        var told = passports.of(found, stage, parameters.getOrDefault("number", ""), user);
        var self = self(
                new PageLink(
                        "/funnel/bottlenecks",
                        FunnelParameters.of(found.period().query())),
                stage,
                told.number());
        return new Asked(
                found, told, self, SecondCount.of(parameters, () -> passports.recount(found, told, stage, user)));
    }

    /** The passport of a number of the page with the given address. */
    static PageLink self(PageLink page, Object stage, String number) {
        return page.at(BottleneckPassportPage.PATH)
                .without("view", "rule", "potential", "numbers")
                .with("stage", stage)
                .with("number", number);
    }
}
