package io.lijevak.funnel.web;

import io.lijevak.funnel.BottleneckEvidence;
import io.lijevak.funnel.Bottlenecks;
import io.lijevak.funnel.FindBottlenecks;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.platform.Changes;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.NumberPassport;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.StageHints;
import io.lijevak.properties.FieldChips;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
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
        model.addAttribute("controls", controls(ui, link, user));
        return "funnel/bottlenecks";
    }

    @GetMapping("/funnel/bottlenecks/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.FUNNEL, action = Action.EXPORT)
    void export(
            @RequestParam Map<String, String> parameters,
            @PathVariable String ending,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        answer(parameters, ui, user).ifPresent(answer -> answer.send(ending, response));
    }

    Optional<Export> answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var query = BottleneckQuestion.read(parameters, funnels.references(), now.today());
        return bottlenecks.of(query, user).map(found -> {
            var link = link(found.period().query(), parameters);
            return new BottleneckSheet(page(ui, found, link, user, 0), controls(ui, link, user)).export();
        });
    }

    private FunnelControls controls(Ui ui, PageLink link, CurrentUser user) {
        return new FunnelControls(
                ui, funnels.references(), FieldChips.Read.bare(link), FunnelAddress.form(link), user, now.today());
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
                .with("stage", parameters.get("stage"))
                .with(NumberPassport.NUMBERS, parameters.get(NumberPassport.NUMBERS));
    }
}
