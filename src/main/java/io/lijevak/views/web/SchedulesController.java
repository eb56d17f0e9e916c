package io.lijevak.views.web;

import io.lijevak.mail.MailSettings;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.SignedIn;
import io.lijevak.views.Deliveries;
import io.lijevak.views.KeepSchedules;
import io.lijevak.views.Recipients;
import io.lijevak.views.Schedules;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is sent by mail, and what became of it. */
@Controller
@RequestMapping("/schedules")
class SchedulesController {
    private final Schedules schedules;
    private final KeepSchedules keep;
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final MailSettings settings;

    SchedulesController(
            Schedules schedules,
            KeepSchedules keep,
            Recipients recipients,
            Deliveries deliveries,
            MailSettings settings) {
        this.schedules = schedules;
        this.keep = keep;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    @GetMapping
    @SignedIn
    String all(CurrentUser user, Model model) {
        model.addAttribute("schedules", schedules.all(user));
        model.addAttribute("mailSet", settings.areGiven());
        return "views/schedules";
    }

    @GetMapping("/{id}")
    @SignedIn
    String show(@PathVariable long id, CurrentUser user, Model model) {
        var schedule = schedules.require(id, user);
        model.addAttribute("page", ScheduleLog.of(schedule, schedules, user, settings.areGiven()));
        return "views/schedule";
    }

    @PostMapping("/{id}/rest")
    @SignedIn
    String rest(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        keep.rest(id, user);
        return told(id, "views.schedule.rested", ui, flash);
    }

    @PostMapping("/{id}/resumption")
    @SignedIn
    String resume(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        keep.resume(id, user);
        return told(id, "views.schedule.resumed", ui, flash);
    }

    @PostMapping("/{id}/removal")
    @SignedIn
    String remove(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        keep.remove(id, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("views.schedule.removed")));
        return "redirect:/schedules";
    }

    /** The one who asks gets no more of it. */
    @PostMapping("/{id}/leaving")
    @SignedIn
    String leave(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        schedules.require(id, user);
        recipients.leave(id, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("views.schedule.left")));
        return "redirect:/schedules";
    }

    @PostMapping("/{id}/deliveries/{delivery}/again")
    @SignedIn
    String again(
            @PathVariable long id,
            @PathVariable long delivery,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        deliveries.again(id, delivery, user);
        return told(id, "views.delivery.asked", ui, flash);
    }

    @PostMapping("/{id}/deliveries/{delivery}/return")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String cameBack(
            @PathVariable long id,
            @PathVariable long delivery,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        deliveries.cameBack(id, delivery, ui.t("views.delivery.cameBack.by", user.name()), user);
        return told(id, "views.delivery.cameBack.stopped", ui, flash);
    }

    private static String told(long id, String text, Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t(text)));
        return "redirect:/schedules/" + id;
    }
}
