package io.lijevak.interactions.web;

import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.SettleInteraction;
import io.lijevak.interactions.SettleInteraction.Settlement;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
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

/** What became of a planned interaction: held with its result, not held, called off, or put to another time. */
@Controller
@RequestMapping("/interactions/{id}/result")
class SettlementController {
    private final Interactions interactions;
    private final SettleInteraction settle;
    private final Clock clock;

    SettlementController(Interactions interactions, SettleInteraction settle, Clock clock) {
        this.interactions = interactions;
        this.settle = settle;
        this.clock = clock;
    }

    @GetMapping
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    String ask(
            @PathVariable InteractionId id,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "held") String state,
            CurrentUser user,
            Model model) {
        var one = changeable(id, user);
        SettleInteraction.refuseHeld(one);
        var values = new HashMap<String, @Nullable Object>();
        var now = clock.instant();
        values.put("version", one.version());
        values.put("state", one.isPlanned() ? state : InteractionState.PLANNED.word());
        values.put("at", InteractionForm.local(one.at().isAfter(now) ? now : one.at(), user.timeZone()));
        values.put("minutes", one.fields().occasion().minutes());
        values.put("back", Back.or(back, "/interactions/" + id));
        return form(one, Form.of(values), model);
    }

    @PostMapping
    @Allow(resource = Resource.INTERACTION, action = Action.EDIT)
    String settle(
            @PathVariable InteractionId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        var one = changeable(id, user);
        return sent.saveOrExplain(
                () -> {
                    write(one, form, user, ui);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("interactions.result.saved")));
                    return "redirect:" + Back.or(form.value("back"), "/interactions/" + id);
                },
                again -> form(interactions.require(id, user), placed(again), model),
                ui,
                model);
    }

    private void write(Interaction one, Form form, CurrentUser user, Ui ui) {
        var reader = form.reader(ui.f().region());
        var typed = reader.dateTime(form.value("state").equals("planned") ? "next" : "at");
        var at = typed == null ? null : typed.atZone(user.timeZone()).toInstant();
        var result = reader.text("result");
        var minutes = reader.integer("minutes");
        if (form.value("state").equals("planned")) {
            if (at == null) {
                reader.problem("next", "platform.problem.required");
            }
            reader.check();
            settle.move(java.util.Objects.requireNonNull(at), one.id(), form.version(), user);
            return;
        }
        var state = Optional.ofNullable(reader.choice("state", InteractionState.class))
                .orElse(InteractionState.HELD);
        reader.check();
        settle.as(
                new Settlement(state, state == InteractionState.HELD ? at : null, result, minutes),
                one.id(),
                form.version(),
                user);
    }

    /** A wrong time of a moved one stands at the field of the new time. */
    private static Form placed(Form form) {
        return form.value("state").equals("planned")
                ? form.placed(problem -> problem.field().equals("at") ? problem.at("next") : problem)
                : form;
    }

    private Interaction changeable(InteractionId id, CurrentUser user) {
        var one = interactions.require(id, user);
        user.require(Resource.INTERACTION, Action.EDIT, one.fields().responsible());
        return one;
    }

    private static String form(Interaction one, Form form, Model model) {
        model.addAttribute("one", one);
        model.addAttribute("form", form);
        return "interactions/result";
    }
}
