package io.lijevak.tasks.web;

import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.CompleteTask;
import io.lijevak.tasks.Completion;
import io.lijevak.tasks.PostponeTask;
import io.lijevak.tasks.TaskId;
import io.lijevak.tasks.WithdrawTask;
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

/** What ends a task or moves it on: completion, postponement, withdrawal; forms that are dialogs too. */
@Controller
class TaskStepController {
    private final TaskAsks asks;
    private final CompleteTask complete;
    private final PostponeTask postpone;
    private final WithdrawTask withdraw;
    private final TaskForm forms;

    TaskStepController(
            TaskAsks asks, CompleteTask complete, PostponeTask postpone, WithdrawTask withdraw, TaskForm forms) {
        this.asks = asks;
        this.complete = complete;
        this.postpone = postpone;
        this.withdraw = withdraw;
        this.forms = forms;
    }

    @GetMapping("/tasks/{id}/{step:completion|postponement|withdrawal}")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String ask(
            @PathVariable TaskId id,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            Model model) {
        var elsewhere = step.equals("completion") ? asks.formElsewhere(id, back, user) : null;
        return elsewhere != null
                ? "redirect:" + elsewhere
                : show(step, id, Form.of(Map.of("back", back)), user, ui, model);
    }

    @PostMapping("/tasks/{id}/completion")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String complete(
            @PathVariable TaskId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var completion = new Completion(
                            reader.text("result"), forms.next(form, ui.f().region(), user), Map.of(), null);
                    var undo = complete.with(id, completion, user);
                    return done("tasks.completed", undo, form, ui, flash);
                },
                refused -> show("completion", id, refused, user, ui, model));
    }

    @PostMapping("/tasks/{id}/postponement")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String postpone(
            @PathVariable TaskId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var due = asks.due(form, ui.f().region(), user);
                    var undo = postpone.to(due, id, form.has("acceptPast", "true"), user);
                    return done("tasks.postponed", undo, form, ui, flash);
                },
                refused -> show("postponement", id, refused, user, ui, model));
    }

    @PostMapping("/tasks/{id}/withdrawal")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String withdraw(
            @PathVariable TaskId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    withdraw.now(id, forms.next(form, ui.f().region(), user), user);
                    return done("tasks.withdrawn", null, form, ui, flash);
                },
                refused -> show("withdrawal", id, refused, user, ui, model));
    }

    private String show(String step, TaskId id, Form form, CurrentUser user, Ui ui, Model model) {
        model.addAttribute("page", asks.of(id, form, user, ui));
        return switch (step) {
            case "postponement" -> "tasks/postpone";
            case "withdrawal" -> "tasks/withdraw";
            default -> "tasks/complete";
        };
    }

    private static String done(String key, @Nullable Long undo, Form form, Ui ui, RedirectAttributes flash) {
        var back = Back.or(form.value("back"), "/tasks");
        flash.addFlashAttribute("toast", new Toast(ui.t(key), UndoController.href(undo, back)));
        return "redirect:" + back;
    }
}
