package io.lijevak.deals.web;

import io.lijevak.deals.ChangeLossReasons;
import io.lijevak.deals.Competitors;
import io.lijevak.deals.LossReasons;
import io.lijevak.deals.NameCompetitor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of loss reasons and competitors. */
@Controller
class LossReasonSettingsController {
    private static final String LIST = "redirect:/settings/loss-reasons";
    private final LossReasons reasons;
    private final ChangeLossReasons change;
    private final Competitors competitors;
    private final NameCompetitor name;

    LossReasonSettingsController(
            LossReasons reasons, ChangeLossReasons change, Competitors competitors, NameCompetitor name) {
        this.reasons = reasons;
        this.change = change;
        this.competitors = competitors;
        this.name = name;
    }

    @GetMapping("/settings/loss-reasons")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String list(Model model) {
        return list(Form.empty(), Form.empty(), model);
    }

    @PostMapping("/settings/loss-reasons")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String add(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    change.add(draft(form, ui), user);
                    return saved(ui, flash);
                },
                refused -> list(refused, Form.empty(), model));
    }

    @PostMapping("/settings/loss-reasons/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        try {
            change.change(id, draft(Form.of(input), ui), user);
        } catch (InvalidInput invalid) {
            flash.addFlashAttribute("refusal", ui.t(invalid.problems().getFirst()));
            return LIST;
        }
        return saved(ui, flash);
    }

    @PostMapping("/settings/competitors")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String addCompetitor(
            SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    name.as(form.value("name"), null, user);
                    return saved(ui, flash);
                },
                refused -> list(Form.empty(), refused, model));
    }

    @PostMapping("/settings/competitors/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String renameCompetitor(
            @PathVariable long id,
            @RequestParam String name,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        try {
            this.name.as(name, id, user);
        } catch (InvalidInput invalid) {
            flash.addFlashAttribute("refusal", ui.t(invalid.problems().getFirst()));
            return LIST;
        }
        return saved(ui, flash);
    }

    private static ChangeLossReasons.Draft draft(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        var parent = reader.id("parent");
        reader.check();
        return new ChangeLossReasons.Draft(
                form.value("name"), reader.flag("namesCompetitor"), reader.flag("retired"), parent);
    }

    private static String saved(Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
        return LIST;
    }

    private String list(Form reason, Form competitor, Model model) {
        model.addAttribute("reasons", reasons.all());
        model.addAttribute("competitors", competitors.all());
        model.addAttribute("reason", reason);
        model.addAttribute("competitor", competitor);
        return "deals/reasons";
    }
}
