package io.lijevak.deals.web;

import io.lijevak.deals.UnmetReasons;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.TypeRules;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of primary demand: the switch for the company, and the reasons why it was not satisfied. */
@Controller
@RequestMapping("/settings/demand")
class DemandSettingsController {
    private static final String HERE = "redirect:/settings/demand";
    private final UnmetReasons reasons;
    private final TypeRules rules;

    DemandSettingsController(UnmetReasons reasons, TypeRules rules) {
        this.reasons = reasons;
        this.rules = rules;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String show(Model model) {
        return page(Form.empty(), model);
    }

    @PostMapping("/switch")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @RequestParam(defaultValue = "false") boolean records,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        rules.switchDemand(records, user);
        return saved(ui, flash);
    }

    @PostMapping("/reasons")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String add(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    reasons.keep(null, form.value("name"), false, user);
                    return saved(ui, flash);
                },
                refused -> page(refused, model));
    }

    @PostMapping("/reasons/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String rename(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean retired,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        try {
            reasons.keep(id, name, retired, user);
        } catch (InvalidInput invalid) {
            flash.addFlashAttribute("refusal", ui.t(invalid.problems().getFirst()));
            return HERE;
        }
        return saved(ui, flash);
    }

    private static String saved(Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
        return HERE;
    }

    private String page(Form form, Model model) {
        model.addAttribute("reasons", reasons.all());
        model.addAttribute("records", rules.recordsDemand());
        model.addAttribute("form", form);
        return "deals/demandSettings";
    }
}
