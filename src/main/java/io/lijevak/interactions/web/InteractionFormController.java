package io.lijevak.interactions.web;

import io.lijevak.interactions.ChangeInteraction;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.RecordInteraction;
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

/** New interactions, held or planned, and changes of what is written down; a stale version shows what stands now. */
@Controller
class InteractionFormController {
    private final Interactions interactions;
    private final RecordInteraction record;
    private final ChangeInteraction change;
    private final FormPages pages;

    InteractionFormController(
            Interactions interactions, RecordInteraction record, ChangeInteraction change, FormPages pages) {
        this.interactions = interactions;
        this.record = record;
        this.change = change;
        this.pages = pages;
    }

    @GetMapping("/interactions/new")
    @Allow(resource = Resource.INTERACTION, action = Action.CREATE)
    String ask(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        model.addAttribute("page", pages.blank(parameters, user));
        return "interactions/form";
    }

    @PostMapping("/interactions")
    @Allow(resource = Resource.INTERACTION, action = Action.CREATE)
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var state = InteractionForm.state(form);
                    var reader = form.reader(ui.f().region());
                    var given = pages.given(user, null);
                    var fields = InteractionForm.fields(form, reader, given);
                    var review = InteractionForm.review(reader, given);
                    reader.check();
                    var id = record.with(fields, state, review, user);
                    var done = state == InteractionState.PLANNED ? "interactions.planned" : "interactions.recorded";
                    flash.addFlashAttribute("toast", Toast.of(ui.t(done)));
                    return "redirect:" + Back.or(form.value("back"), "/interactions/" + id);
                },
                refused -> form(null, refused, user, model));
    }

    @GetMapping("/interactions/{id}/edit")
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    String edit(
            @PathVariable InteractionId id,
            @RequestParam(required = false) @Nullable Long customer,
            CurrentUser user,
            Model model) {
        var stored = changeable(id, user);
        return form(stored, InteractionForm.of(stored, customer, user.timeZone()), user, model);
    }

    @PostMapping("/interactions/{id}/edit")
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    String change(
            @PathVariable InteractionId id,
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
                    var fields = InteractionForm.fields(form, reader, pages.given(user, stored.at()));
                    reader.check();
                    change.to(id, form.version(), fields, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("interactions.saved")));
                    return "redirect:" + Back.or(form.value("back"), "/interactions/" + id);
                },
                refused -> form(stored, refused, user, model),
                () -> {
                    var now = interactions.require(id, user);
                    return form(now, Conflicts.shown(form, now, ui), user, model);
                });
    }

    private Interaction changeable(InteractionId id, CurrentUser user) {
        var stored = interactions.require(id, user);
        user.require(Resource.INTERACTION, Action.EDIT, stored.fields().responsible());
        return stored;
    }

    private String form(@Nullable Interaction stored, Form form, CurrentUser user, Model model) {
        model.addAttribute("page", pages.page(stored, form, user));
        return "interactions/form";
    }
}
