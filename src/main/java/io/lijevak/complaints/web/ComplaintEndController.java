package io.lijevak.complaints.web;

import io.lijevak.complaints.ComplaintId;
import io.lijevak.complaints.Complaints;
import io.lijevak.complaints.EndComplaint;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ending a complaint that the customer withdrew, and taking a closed one up again. */
@Controller
class ComplaintEndController {
    private final Complaints complaints;
    private final EndComplaint end;

    ComplaintEndController(Complaints complaints, EndComplaint end) {
        this.complaints = complaints;
        this.end = end;
    }

    @GetMapping("/complaints/{id}/withdrawal")
    @Allow(resource = Resource.COMPLAINT, action = Action.ARCHIVE)
    String ask(@PathVariable ComplaintId id, CurrentUser user, Model model) {
        return form(id, Form.empty(), user, model);
    }

    @PostMapping("/complaints/{id}/withdrawal")
    @Allow(resource = Resource.COMPLAINT, action = Action.ARCHIVE)
    String withdraw(
            @PathVariable ComplaintId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        return sent.saveOrExplain(
                () -> {
                    end.withdraw(id, sent.form().value("reason"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("complaints.withdrawn")));
                    return "redirect:/complaints/" + id;
                },
                again -> form(id, again, user, model),
                ui,
                model);
    }

    @PostMapping("/complaints/{id}/reopening")
    @Allow(resource = Resource.COMPLAINT, action = Action.ARCHIVE)
    String reopen(
            @PathVariable ComplaintId id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        end.reopen(id, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("complaints.reopened")));
        return "redirect:/complaints/" + id;
    }

    private String form(ComplaintId id, Form form, CurrentUser user, Model model) {
        var one = complaints.require(id, user);
        user.require(Resource.COMPLAINT, Action.ARCHIVE, one.fields().responsible());
        model.addAttribute("one", one);
        model.addAttribute("form", form);
        return "complaints/withdraw";
    }
}
