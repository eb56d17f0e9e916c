package io.lijevak.tasks.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.ChangeTask;
import io.lijevak.tasks.CommentTask;
import io.lijevak.tasks.TaskId;
import io.lijevak.tasks.Tasks;
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

/** The page of a task: its words, its remarks. */
@Controller
class TaskController {
    private final Tasks tasks;
    private final ChangeTask change;
    private final CommentTask comment;
    private final TaskForm forms;

    TaskController(Tasks tasks, ChangeTask change, CommentTask comment, TaskForm forms) {
        this.tasks = tasks;
        this.change = change;
        this.comment = comment;
        this.forms = forms;
    }

    @GetMapping("/tasks/{id}")
    @Allow(resource = Resource.TASK, action = Action.VIEW)
    String show(@PathVariable TaskId id, CurrentUser user, Model model) {
        return page(id, Form.empty(), user, model);
    }

    @PostMapping("/tasks/{id}/comments")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String comment(@PathVariable TaskId id, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> {
                    comment.with(form.value("comment"), id, user);
                    return "redirect:/tasks/" + id;
                },
                refused -> page(id, refused, user, model));
    }

    @GetMapping("/tasks/{id}/edit")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String ask(
            @PathVariable TaskId id,
            CurrentUser user,
            @ModelAttribute(name = "ui", binding = false) Ui ui,
            Model model) {
        return edit(id, TaskForm.of(tasks.require(id, user), ui.f()), user, model);
    }

    @PostMapping("/tasks/{id}")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String change(
            @PathVariable TaskId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        tasks.require(id, user);
        return sent.save(
                () -> {
                    change.to(forms.draft(form, ui.f().region(), user), id, form.version(), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("tasks.saved")));
                    return "redirect:/tasks/" + id;
                },
                refused -> edit(id, refused, user, model));
    }

    private String page(TaskId id, Form form, CurrentUser user, Model model) {
        var task = tasks.require(id, user);
        model.addAttribute(
                "page",
                new TaskPage(
                        task, tasks.comments(id), tasks.mayWork(task, user), tasks.mayCheck(task, user), user, form));
        return "tasks/task";
    }

    private String edit(TaskId id, Form form, CurrentUser user, Model model) {
        model.addAttribute("page", new NewTaskPage(tasks.require(id, user), form, "", "", "/tasks/" + id));
        return "tasks/form";
    }
}
