package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.NextStepRules;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The switch of a deal type's rule that open deals always have a next step. */
@Controller
@RequestMapping("/settings/deal-types/{id}/next-step")
class NextStepRuleController {
    private final NextStepRules rules;
    private final DealTypes types;

    NextStepRuleController(NextStepRules rules, DealTypes types) {
        this.rules = rules;
        this.types = types;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String show(@PathVariable DealTypeId id, Model model) {
        model.addAttribute("type", types.require(id));
        model.addAttribute("form", Form.of(Map.of("nextStep", rules.holds(id))));
        return "process/next";
    }

    @PostMapping
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable DealTypeId id,
            @RequestParam(defaultValue = "false") boolean nextStep,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        rules.change(id, nextStep, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
        return "redirect:/settings/deal-types/" + id;
    }
}
