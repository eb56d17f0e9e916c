package io.lijevak.funnel.web;

import io.lijevak.funnel.ExplainDifference;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowHonestFunnel;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that says where the difference in won amount between two funnels comes from. */
@Controller
class FunnelDifferenceController {
    private final ShowFunnel funnels;
    private final ShowHonestFunnel honest;
    private final ExplainDifference differences;
    private final CompanyDay day;

    FunnelDifferenceController(
            ShowFunnel funnels, ShowHonestFunnel honest, ExplainDifference differences, CompanyDay day) {
        this.funnels = funnels;
        this.honest = honest;
        this.differences = differences;
        this.day = day;
    }

    @GetMapping("/funnel/difference")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        var asked = new HashMap<>(parameters);
        asked.putIfAbsent("view", "closed");
        var query = FunnelParameters.read(asked, funnels.references(), day.today());
        var found = differences.of(query, parameters, day.today(), user);
        if (found.isEmpty()) {
            return "redirect:/funnel";
        }
        var both = found.get().of();
        var state = new LinkedHashMap<>(FunnelParameters.of(both.now().query()));
        state.putAll(new TreeMap<>(both.with().parameters()));
        var page = new FunnelPage(ui, both.now(), honest.of(both.now(), user), both, new PageLink("/funnel", state), 0);
        var story = new CompareStory(page, funnels.references());
        model.addAttribute("page", page);
        model.addAttribute("story", story);
        model.addAttribute("waterfall", new Waterfall(found.get(), page, story));
        return "funnel/difference";
    }
}
