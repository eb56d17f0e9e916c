package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.ShowEffort;
import io.lijevak.reports.ShowFairComparison;
import io.lijevak.reports.ShowQuadrant;
import io.lijevak.reports.ShowStages;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A rep against the company by stage, effort against result, and the comparison that is fair to different deals. */
@Controller
class ComparisonController {
    private final AskPeople ask;
    private final ShowStages stages;
    private final ShowEffort efforts;
    private final ShowQuadrant quadrants;
    private final ShowFairComparison fair;

    ComparisonController(
            AskPeople ask, ShowStages stages, ShowEffort efforts, ShowQuadrant quadrants, ShowFairComparison fair) {
        this.ask = ask;
        this.stages = stages;
        this.efforts = efforts;
        this.quadrants = quadrants;
        this.fair = fair;
    }

    @GetMapping(PeopleTab.STAGES)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String stages(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        model.addAttribute("page", stagesPage(parameters, ui, user).orElse(null));
        return "reports/stages";
    }

    @GetMapping(PeopleTab.EFFORT)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String effort(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        model.addAttribute("page", effortPage(parameters, ui, user).orElse(null));
        return "reports/effort";
    }

    @GetMapping(PeopleTab.FAIR)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String fair(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        model.addAttribute("page", fairPage(parameters, ui, user).orElse(null));
        return "reports/fair";
    }

    @GetMapping(PeopleFrame.ROOT + "/{tab:stages|effort|fair}/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.FUNNEL, action = Action.EXPORT)
    void export(
            @PathVariable String tab,
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        answer(tab, parameters, ui, user).ifPresent(answer -> answer.send(ending, response));
    }

    Optional<Export> answer(String tab, Map<String, String> parameters, Ui ui, CurrentUser user) {
        return switch (tab) {
            case "stages" -> stagesPage(parameters, ui, user).map(StagesPage::export);
            case "effort" -> effortPage(parameters, ui, user).map(EffortPage::export);
            default -> fairPage(parameters, ui, user).map(FairPage::export);
        };
    }

    private Optional<StagesPage> stagesPage(Map<String, String> parameters, Ui ui, CurrentUser user) {
        return ask.read(parameters, user).map(question -> {
            var asked = ask.person(parameters);
            var person = Objects.requireNonNullElseGet(asked, () -> stages.usual(question, user));
            var frame = PeopleFrame.of(
                    PeopleTab.STAGES,
                    ui,
                    question,
                    ask,
                    PeopleFrame.more(parameters, Map.of("person", Long.toString(person))));
            return new StagesPage(frame, stages.people(user), person, stages.of(question, person, user));
        });
    }

    private Optional<EffortPage> effortPage(Map<String, String> parameters, Ui ui, CurrentUser user) {
        return ask.read(parameters, user)
                .map(question -> new EffortPage(
                        PeopleFrame.of(PeopleTab.EFFORT, ui, question, ask, PeopleFrame.more(parameters, Map.of())),
                        efforts.of(question, user),
                        quadrants.of(question, user).orElse(null)));
    }

    private Optional<FairPage> fairPage(Map<String, String> parameters, Ui ui, CurrentUser user) {
        return ask.read(parameters, user)
                .map(question -> new FairPage(
                        PeopleFrame.of(PeopleTab.FAIR, ui, question, ask, PeopleFrame.more(parameters, Map.of())),
                        fair.of(question, user)));
    }
}
