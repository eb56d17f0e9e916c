package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.ChangeStepRules;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.ReadStepRules;
import io.lijevak.process.SentFiles;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of one step: whom it is for, how it is done, what it demands. Saving writes the next version. */
@Controller
class StepRulesController {
    private final DealTypes types;
    private final ReadStepRules read;
    private final ChangeStepRules change;
    private final StepRulesPages pages;
    private final SentFiles files;

    StepRulesController(
            DealTypes types, ReadStepRules read, ChangeStepRules change, StepRulesPages pages, SentFiles files) {
        this.files = files;
        this.types = types;
        this.read = read;
        this.change = change;
        this.pages = pages;
    }

    @GetMapping("/settings/deal-types/{id}/steps/{stage}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String ask(@PathVariable DealTypeId id, @PathVariable StageId stage, CurrentUser user, Model model) {
        var type = types.require(id);
        var rules = read.of(id, type.stepsVersion(), stage);
        return form(id, stage, Form.of(StepRulesForm.values(rules, type.version())), user, model);
    }

    @PostMapping("/settings/deal-types/{id}/steps/{stage}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable DealTypeId id,
            @PathVariable StageId stage,
            @RequestParam MultiValueMap<String, String> input,
            HttpServletRequest request,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var kept = files.keep("newFile", request, user);
        kept.tokens().values().forEach(token -> input.add(StepRulesForm.FILE, token));
        var form = Form.of(input).with(kept.problems());
        if (!form.value("action").isEmpty()) {
            return form(id, stage, Form.of(StepRulesForm.edited(form, pages.kinds(), user)), user, model);
        }
        return SentForm.of(form, response)
                .save(
                        () -> {
                            if (!kept.problems().isEmpty()) {
                                throw new InvalidInput(List.of());
                            }
                            change.to(
                                    StepRulesForm.rules(form, pages.kinds(), user),
                                    StepRulesForm.sent(form),
                                    new ChangeStepRules.Place(id, form.version(), stage),
                                    user);
                            flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
                            return "redirect:/settings/deal-types/" + id;
                        },
                        refused -> form(id, stage, refused.placed(StepRulesForm::placed), user, model));
    }

    private String form(DealTypeId id, StageId stage, Form form, CurrentUser user, Model model) {
        model.addAttribute("page", pages.of(id, stage, form, user));
        return "process/step";
    }
}
