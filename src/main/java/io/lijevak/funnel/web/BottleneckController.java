package io.lijevak.funnel.web;

import io.lijevak.funnel.BottleneckEvidence;
import io.lijevak.funnel.Bottlenecks;
import io.lijevak.funnel.FindBottlenecks;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.platform.Changes;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.StageHints;
import io.lijevak.properties.FieldChips;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where deals are lost or stand beyond expectation, with what to do about it. */
@Controller
class BottleneckController {
    private final FindBottlenecks bottlenecks;
    private final BottleneckEvidence evidence;
    private final StageHints hints;
    private final ShowFunnel funnels;
    private final Now now;

    /** The day it is, and how far the business data have come. */
    @Component
    record Now(Changes changes, Companies companies, Clock clock) {
        LocalDate today() {
            return companies.current().today(clock);
        }
    }

    BottleneckController(
            FindBottlenecks bottlenecks, BottleneckEvidence evidence, StageHints hints, ShowFunnel funnels, Now now) {
        this.bottlenecks = bottlenecks;
        this.evidence = evidence;
        this.hints = hints;
        this.funnels = funnels;
        this.now = now;
    }

    @GetMapping("/funnel/bottlenecks")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            CurrentUser user,
            Model model) {
        var revision = now.changes().revision();
        var query = BottleneckQuestion.read(parameters, funnels.references(), now.today());
        var found = bottlenecks.of(query, user);
        var link = link(found.map(answer -> answer.period().query()).orElse(query), parameters);
        model.addAttribute(
                "page",
                found.map(answer -> page(ui, answer, link, user, revision)).orElse(null));
        model.addAttribute(
                "controls",
                new FunnelControls(
                        ui,
                        funnels.references(),
                        FieldChips.Read.bare(link),
                        FunnelAddress.form(link),
                        user,
                        now.today()));
        return "funnel/bottlenecks";
    }

    private BottleneckPage page(Ui ui, Bottlenecks found, PageLink link, CurrentUser user, long revision) {
        var stage = BottleneckPage.chosen(found, link);
        return new BottleneckPage(
                ui,
                found,
                link,
                hints.all(ui.language()),
                stage,
                stage == null ? null : evidence.of(found.period(), stage.stage().id(), user),
                revision);
    }

    private static PageLink link(FunnelQuery query, Map<String, String> parameters) {
        return new PageLink("/funnel/bottlenecks", FunnelParameters.of(query))
                .without("view", "rule", "potential")
                .with("stage", parameters.get("stage"));
    }
}
