package io.lijevak.tasks.web;

import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.Assignments;
import io.lijevak.tasks.DelegateTask;
import io.lijevak.tasks.TaskId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What passes from hand to hand: delegating, accepting, refusing, confirming, returning. */
@Controller
class HandoverController {
    private final DelegateTask delegate;
    private final Assignments assignments;
    private final TaskAsks asks;

    HandoverController(DelegateTask delegate, Assignments assignments, TaskAsks asks) {
        this.delegate = delegate;
        this.assignments = assignments;
        this.asks = asks;
    }

    @GetMapping("/tasks/{id}/{step:delegation|refusal|return}")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String ask(
            @PathVariable TaskId id,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            Model model) {
        return show(step, id, Form.of(Map.of("back", back)), user, ui, model);
    }

    @PostMapping("/tasks/{id}/{step:delegation|refusal|return}")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String hand(
            @PathVariable TaskId id,
            @PathVariable String step,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        var reader = form.reader(ui.f().region());
        return sent.save(
                () -> {
                    switch (step) {
                        case "delegation" -> delegate.to(reader.id("executor"), id, reader.text("comment"), user);
                        case "refusal" -> assignments.refuse(id, reader.text("comment"), user);
                        default -> assignments.giveBack(id, reader.text("comment"), user);
                    }
                    flash.addFlashAttribute("toast", Toast.of(ui.t("tasks.handed." + step)));
                    return "redirect:" + Back.or(form.value("back"), "/tasks");
                },
                refused -> show(step, id, refused, user, ui, model));
    }

    @PostMapping("/tasks/{id}/{step:acceptance|confirmation}")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String agree(
            @PathVariable TaskId id,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        if (step.equals("acceptance")) {
            assignments.accept(id, user);
        } else {
            assignments.confirm(id, user);
        }
        flash.addFlashAttribute("toast", Toast.of(ui.t("tasks.handed." + step)));
        return "redirect:" + Back.or(back, "/tasks/" + id);
    }

    private String show(String step, TaskId id, Form form, CurrentUser user, Ui ui, Model model) {
        model.addAttribute("page", asks.of(id, form, user, ui));
        model.addAttribute("step", step);
        return "tasks/hand";
    }
}
