package io.lijevak.interactions.web;

import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.SettleInteraction;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A planned contact gets another time: by its form, or by a drag in the calendar, which sends the same form. */
@Controller
@RequestMapping("/interactions/{id}/postponement")
class PostponementController {
    private final Interactions interactions;
    private final SettleInteraction settle;
    private final Clock clock;

    PostponementController(Interactions interactions, SettleInteraction settle, Clock clock) {
        this.interactions = interactions;
        this.settle = settle;
        this.clock = clock;
    }

    @GetMapping
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    String ask(
            @PathVariable InteractionId id,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            Model model) {
        var one = changeable(id, user);
        SettleInteraction.refuseHeld(one);
        var due = InteractionForm.local(one.at(), user.timeZone());
        return form(one, Form.of(Map.of("due", due, "back", Back.or(back, "/interactions/" + id))), model);
    }

    @PostMapping
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    String move(
            @PathVariable InteractionId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        var one = changeable(id, user);
        var back = Back.or(form.value("back"), "/interactions/" + id);
        return sent.save(
                () -> {
                    settle.move(due(one, form, user, ui), id, one.version(), user);
                    flash.addFlashAttribute("toast", new Toast(ui.t("interactions.postponed"), undo(one, back, user)));
                    return "redirect:" + back;
                },
                refused -> form(one, refused.placed(problem -> problem.at("due")), model));
    }

    /** A day without an hour keeps the hour the contact was planned for. */
    private static Instant due(Interaction one, Form form, CurrentUser user, Ui ui) {
        var zone = user.timeZone();
        if (form.value("due").matches("\\d{4}-\\d{2}-\\d{2}")) {
            return LocalDate.parse(form.value("due"))
                    .atTime(one.at().atZone(zone).toLocalTime())
                    .atZone(zone)
                    .toInstant();
        }
        var reader = form.reader(ui.f().region());
        var typed = reader.dateTime("due");
        reader.check();
        if (typed == null) {
            throw InvalidInput.at("due", "platform.problem.required");
        }
        return typed.atZone(zone).toInstant();
    }

    /** Nothing is planned for what is past, so there is no way back there. */
    private @Nullable String undo(Interaction before, String back, CurrentUser user) {
        return before.at().isBefore(clock.instant())
                ? null
                : new PageLink(
                                "/interactions/" + before.id() + "/postponement",
                                Map.of(
                                        "due",
                                        InteractionForm.local(before.at(), user.timeZone())
                                                .toString(),
                                        "back",
                                        back))
                        .toString();
    }

    private Interaction changeable(InteractionId id, CurrentUser user) {
        var one = interactions.require(id, user);
        user.require(Resource.INTERACTION, Action.EDIT, one.fields().responsible());
        return one;
    }

    private static String form(Interaction one, Form form, Model model) {
        model.addAttribute("one", one);
        model.addAttribute("form", form);
        return "interactions/postpone";
    }
}
