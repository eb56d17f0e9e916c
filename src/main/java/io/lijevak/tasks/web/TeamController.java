package io.lijevak.tasks.web;

import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.TeamWeek;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How one's team stands this week, below what one has to do oneself. */
@Controller
class TeamController {
    private final TeamWeek team;
    private final Companies companies;
    private final Clock clock;

    TeamController(TeamWeek team, Companies companies, Clock clock) {
        this.team = team;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping("/tasks/team")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    String show(CurrentUser user, @ModelAttribute(name = "ui", binding = false) Ui ui, Model model) {
        var zone = companies.current().timeZone();
        var first = companies
                .current()
                .today(clock)
                .with(TemporalAdjusters.previousOrSame(ui.f().weekStart()));
        var after = first.plusDays(7);
        model.addAttribute("since", first);
        model.addAttribute("until", after.minusDays(1));
        model.addAttribute(
                "rows",
                team.of(
                        first.atStartOfDay(zone).toInstant(),
                        after.atStartOfDay(zone).toInstant(),
                        user));
        return "tasks/team";
    }
}
