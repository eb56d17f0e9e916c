package io.lijevak.reports.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.ShowColdTop;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of the funnel's page that tells what comes before deals. */
@Controller
class ColdTopController {
    static final String PATH = "/reports/cold";
    private final ShowColdTop top;

    ColdTopController(ShowColdTop top) {
        this.top = top;
    }

    @GetMapping(PATH)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        model.addAttribute("stages", top.of(parameters, user));
        model.addAttribute("page", new PageLink(PATH, parameters));
        return "reports/cold";
    }
}
