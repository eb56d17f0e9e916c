package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.PeopleQuestion;
import io.lijevak.reports.ShowLeague;
import io.lijevak.reports.Weights;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reps side by side; the whole state of the page stands in its address. */
@Controller
class LeagueController {
    private final AskPeople ask;
    private final ShowLeague leagues;

    LeagueController(AskPeople ask, ShowLeague leagues) {
        this.ask = ask;
        this.leagues = leagues;
    }

    @GetMapping(PeopleFrame.ROOT)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        var weights = Weights.of(parameters);
        model.addAttribute(
                "page",
                ask.read(parameters, user)
                        .map(question -> page(ui, question, weights, parameters, user))
                        .orElse(null));
        return "reports/league";
    }

    @GetMapping(PeopleFrame.ROOT + "/export.{ending:csv|xlsx|pdf}")
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
        var weights = Weights.of(parameters);
        return ask.read(parameters, user)
                .map(question -> new LeagueSheet(page(ui, question, weights, parameters, user)).export());
    }

    private LeaguePage page(
            Ui ui, PeopleQuestion question, Weights weights, Map<String, String> parameters, CurrentUser user) {
        var frame =
                PeopleFrame.of(PeopleFrame.ROOT, ui, question, ask, PeopleFrame.more(parameters, weights.parameters()));
        return new LeaguePage(frame, leagues.of(question, weights, user), weights);
    }
}
