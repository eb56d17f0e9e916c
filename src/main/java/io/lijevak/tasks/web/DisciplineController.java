package io.lijevak.tasks.web;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
import io.lijevak.platform.web.Form;
import io.lijevak.tasks.Discipline;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How reliably people carry out assignments. */
@Controller
class DisciplineController {
    private static final int USUAL_DAYS = 90;
    private final Discipline discipline;
    private final Companies companies;
    private final Clock clock;

    DisciplineController(Discipline discipline, Companies companies, Clock clock) {
        this.discipline = discipline;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping("/tasks/discipline")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    String show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            CurrentUser user,
            Model model) {
        var company = companies.current();
        var last = day(to, company.today(clock));
        var first = day(from, last.minusDays(USUAL_DAYS));
        var period = new Period(first.isAfter(last) ? last : first, last);
        model.addAttribute("rows", discipline.of(period, company.timeZone(), user));
        model.addAttribute("form", Form.of(Map.of("from", period.from(), "to", period.to())));
        return "tasks/discipline";
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text.isBlank() ? otherwise : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }
}
