package io.lijevak.worktime.web;

import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.worktime.ChangeWorkingWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of the working week, with the holidays of a year. */
@Controller
class WorkingTimeController {
    private final WorkingTimePages pages;
    private final ChangeWorkingWeek change;

    WorkingTimeController(WorkingTimePages pages, ChangeWorkingWeek change) {
        this.pages = pages;
        this.change = change;
    }

    @GetMapping(WorkingTimePages.ADDRESS)
    @Allow(resource = Resource.SYSTEM, action = Action.VIEW)
    String show(@RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute("page", pages.stored(year));
        return "worktime/settings";
    }

    @PostMapping(WorkingTimePages.ADDRESS)
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String change(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    change.to(WeekForm.week(form, reader), form.version(), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("worktime.saved")));
                    return "redirect:" + WorkingTimePages.ADDRESS;
                },
                refused -> {
                    model.addAttribute("page", pages.week(refused));
                    return "worktime/settings";
                });
    }
}
