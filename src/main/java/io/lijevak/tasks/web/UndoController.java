package io.lijevak.tasks.web;

import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.TaskUndo;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a step back. */
@Controller
class UndoController {
    private final TaskUndo undo;

    UndoController(TaskUndo undo) {
        this.undo = undo;
    }

    /** The address that undoes a step and returns, null without a step. */
    static @Nullable String href(@Nullable Long step, String back) {
        return step == null ? null : new PageLink("/tasks/steps/" + step + "/undo", Map.of("back", back)).toString();
    }

    @PostMapping("/tasks/steps/{step}/undo")
    @Allow(resource = Resource.TASK, action = Action.EDIT)
    String undo(
            @PathVariable long step,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        var undone = undo.now(step, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("tasks.undone", undone.restored(), undone.kept())));
        return "redirect:" + Back.or(back, "/tasks");
    }
}
