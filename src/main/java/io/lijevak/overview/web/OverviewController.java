package io.lijevak.overview.web;

import io.lijevak.overview.ShowOverview;
import io.lijevak.platform.Changes;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The home of whoever leads others. */
@Controller
class OverviewController {
    private final ShowOverview overviews;
    private final Changes changes;

    OverviewController(ShowOverview overviews, Changes changes) {
        this.overviews = overviews;
        this.changes = changes;
    }

    @GetMapping("/overview")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(@ModelAttribute(name = "ui", binding = false) Ui ui, CurrentUser user, Model model) {
        var revision = changes.revision();
        model.addAttribute("page", new OverviewPage(ui, overviews.of(user), revision));
        return "overview/page";
    }
}
