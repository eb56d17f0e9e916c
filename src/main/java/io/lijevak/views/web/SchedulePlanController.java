package io.lijevak.views.web;

import io.lijevak.mail.MailSettings;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.SignedIn;
import io.lijevak.views.KeepSchedules;
import io.lijevak.views.SavedView;
import io.lijevak.views.SavedViews;
import io.lijevak.views.ScheduleRules;
import io.lijevak.views.Schedules;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the sending of a view is planned and changed. */
@Controller
class SchedulePlanController {
    private static final int MOST_PEOPLE = 500;

    private final SavedViews views;
    private final Schedules schedules;
    private final KeepSchedules keep;
    private final People people;
    private final Possible possible;

    /** Whether anything can be sent. */
    @Component
    record Possible(ScheduleRules rules, MailSettings settings) {}

    SchedulePlanController(
            SavedViews views, Schedules schedules, KeepSchedules keep, People people, Possible possible) {
        this.views = views;
        this.schedules = schedules;
        this.keep = keep;
        this.people = people;
        this.possible = possible;
    }

    @GetMapping("/views/{id}/schedules/new")
    @SignedIn
    String fresh(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return fresh(id, ScheduleForm.usual(user.id()), user, ui, model);
    }

    @PostMapping("/views/{id}/schedules")
    @SignedIn
    String plan(
            @PathVariable long id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        return sent.save(
                () -> {
                    var planned = keep.plan(id, ScheduleForm.draft(sent.form(), ui), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("views.schedule.planned")));
                    return "redirect:/schedules/" + planned;
                },
                refused -> fresh(id, refused, user, ui, model));
    }

    @GetMapping("/schedules/{id}/edit")
    @SignedIn
    String edit(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return edit(id, stored(id, user), user, ui, model);
    }

    @PostMapping("/schedules/{id}")
    @SignedIn
    String change(
            @PathVariable long id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    keep.change(id, form.version(), ScheduleForm.draft(form, ui), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("views.schedule.changed")));
                    return "redirect:/schedules/" + id;
                },
                refused -> edit(id, refused, user, ui, model),
                model,
                () -> edit(id, stored(id, user), user, ui, model));
    }

    private Form stored(long id, CurrentUser user) {
        var schedule = schedules.require(id, user);
        return ScheduleForm.of(schedule, schedules.recipients(schedule));
    }

    private String fresh(long id, Form form, CurrentUser user, Ui ui, Model model) {
        var view = views.require(id, user);
        if (!possible.rules().maySend(view.page(), user)) {
            throw new AccessDeniedException(view.page());
        }
        model.addAttribute("page", page(view, user, ui));
        model.addAttribute("form", form);
        return "views/scheduleNew";
    }

    private String edit(long id, Form form, CurrentUser user, Ui ui, Model model) {
        var schedule = schedules.require(id, user);
        if (!Schedules.isKept(schedule, user)) {
            throw new AccessDeniedException("schedule");
        }
        model.addAttribute("schedule", schedule);
        model.addAttribute("page", page(views.require(schedule.view(), user), user, ui));
        model.addAttribute("form", form);
        return "views/scheduleEdit";
    }

    private SchedulePage page(SavedView view, CurrentUser user, Ui ui) {
        return new SchedulePage(
                ui,
                view,
                ScheduleRules.mayInclude(view, user)
                        ? people.colleagues("", user, MOST_PEOPLE)
                        : List.of(people.require(user.person())),
                possible.settings().areGiven());
    }
}
