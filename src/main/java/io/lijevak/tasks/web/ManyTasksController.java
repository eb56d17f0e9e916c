package io.lijevak.tasks.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.ManyTasks;
import io.lijevak.tasks.TaskId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does one thing with the chosen tasks, and says what became of them. */
@Controller
class ManyTasksController {
    private final ManyTasks many;
    private final TaskAsks asks;

    ManyTasksController(ManyTasks many, TaskAsks asks) {
        this.many = many;
        this.asks = asks;
    }

    @PostMapping("/tasks/many")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String change(
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        var form = Form.of(input);
        var back = Back.or(form.value("back"), "/tasks");
        try {
            var outcome = outcome(form, user, ui);
            flash.addFlashAttribute("toast", new Toast(words(outcome, ui), UndoController.href(outcome.step(), back)));
        } catch (InvalidInput invalid) {
            flash.addFlashAttribute("refusal", ui.t(invalid.problems().getFirst()));
        }
        return "redirect:" + back;
    }

    private ManyTasks.Outcome outcome(Form form, CurrentUser user, Ui ui) {
        var reader = form.reader(ui.f().region());
        List<TaskId> ids = reader.ids("task").stream().map(TaskId::new).toList();
        return switch (form.value("action")) {
            case "postpone" -> many.postpone(ids, asks.due(form, ui.f().region(), user), false, user);
            case "delegate" -> many.delegate(ids, reader.id("executor"), user);
            default -> many.complete(ids, reader.text("result"), user);
        };
    }

    private static String words(ManyTasks.Outcome outcome, Ui ui) {
        var parts = new ArrayList<String>();
        parts.add(ui.t("tasks.many.done", outcome.done()));
        outcome.skipped().forEach((why, count) -> parts.add(ui.t(why, count)));
        return String.join(" ", parts);
    }
}
