package io.lijevak.complaints.web;

import io.lijevak.complaints.ChangeComplaint;
import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.ComplaintId;
import io.lijevak.complaints.Complaints;
import io.lijevak.complaints.ReceiveComplaint;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** New complaints and changes of what is written down; a stale version shows what stands now. */
@Controller
class ComplaintFormController {
    private final Complaints complaints;
    private final ReceiveComplaint receive;
    private final ChangeComplaint change;
    private final FormPages pages;

    ComplaintFormController(Complaints complaints, ReceiveComplaint receive, ChangeComplaint change, FormPages pages) {
        this.complaints = complaints;
        this.receive = receive;
        this.change = change;
        this.pages = pages;
    }

    @GetMapping("/complaints/new")
    @Allow(resource = Resource.COMPLAINT, action = Action.CREATE)
    String ask(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        model.addAttribute("page", pages.blank(parameters, user));
        return "complaints/form";
    }

    @PostMapping("/complaints")
    @Allow(resource = Resource.COMPLAINT, action = Action.CREATE)
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var fields = ComplaintForm.fields(form, reader, pages.given(user, null));
                    reader.check();
                    var id = receive.with(fields, reader.text("process"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("complaints.received")));
                    return "redirect:/complaints/" + id;
                },
                refused -> form(null, refused, user, model));
    }

    @GetMapping("/complaints/{id}/edit")
    @Allow(resource = Resource.COMPLAINT, action = Action.EDIT)
    String edit(@PathVariable ComplaintId id, CurrentUser user, Model model) {
        var stored = changeable(id, user);
        return form(stored, ComplaintForm.of(stored, user.timeZone()), user, model);
    }

    @PostMapping("/complaints/{id}/edit")
    @Allow(resource = Resource.COMPLAINT, action = Action.EDIT)
    String change(
            @PathVariable ComplaintId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        var stored = changeable(id, user);
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var given = pages.given(user, stored.fields().receivedAt());
                    var fields = ComplaintForm.fields(form, reader, given);
                    reader.check();
                    change.to(id, form.version(), fields, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("complaints.saved")));
                    return "redirect:" + Back.or(form.value("back"), "/complaints/" + id);
                },
                refused -> form(stored, refused, user, model),
                () -> {
                    var now = complaints.require(id, user);
                    return form(now, Conflicts.shown(form, now, ui), user, model);
                });
    }

    private Complaint changeable(ComplaintId id, CurrentUser user) {
        var stored = complaints.require(id, user);
        user.require(Resource.COMPLAINT, Action.EDIT, stored.fields().responsible());
        return stored;
    }

    private String form(@Nullable Complaint stored, Form form, CurrentUser user, Model model) {
        model.addAttribute("page", pages.page(stored, form, user));
        return "complaints/form";
    }
}
