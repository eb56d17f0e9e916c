package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.StageHints;
import io.lijevak.process.StageId;
import io.lijevak.process.Stages;
import io.lijevak.process.WriteStageHint;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What to do where a stage loses or holds deals, a part of the stage's settings. */
@Controller
class StageHintController {
    private final Stages stages;
    private final StageHints hints;
    private final WriteStageHint write;

    StageHintController(Stages stages, StageHints hints, WriteStageHint write) {
        this.stages = stages;
        this.hints = hints;
        this.write = write;
    }

    @GetMapping("/settings/stages/{id}/hint")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String ask(@PathVariable StageId id, CurrentUser user, Model model) {
        var hint = hints.require(id, user.language());
        var text = Objects.requireNonNullElse(hint.text(), "");
        return page(id, Form.of(Map.of("text", text, "version", hint.version())), user, model);
    }

    @PostMapping("/settings/stages/{id}/hint")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable StageId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.saveOrExplain(
                () -> {
                    write.of(id, form.version(), form.value("text"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
                    return "redirect:/settings/stages/" + id;
                },
                refused -> page(id, refused, user, model),
                ui,
                model);
    }

    private String page(StageId id, Form form, CurrentUser user, Model model) {
        model.addAttribute("stage", stages.require(id));
        model.addAttribute("hint", hints.require(id, user.language()));
        model.addAttribute("form", form);
        return "process/hint";
    }
}
