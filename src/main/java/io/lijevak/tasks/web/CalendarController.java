package io.lijevak.tasks.web;

import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
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

/** The calendar: the same tasks as in the inbox, by day, week or month. */
@Controller
class CalendarController {
    private final CalendarPages pages;

    CalendarController(CalendarPages pages) {
        this.pages = pages;
    }

    @GetMapping("/calendar")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            Model model) {
        var link = new PageLink("/calendar", parameters);
        var page = pages.of(link, ui.f().weekStart(), user);
        model.addAttribute("page", page);
        return page.view() == CalendarView.MONTH ? "tasks/month" : "tasks/calendar";
    }
}
