package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.AddDealType;
import io.lijevak.process.ChangeDealType;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.ReadStepRules;
import io.lijevak.process.Stages;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of deal types. Buttons that order the steps only show the form anew; saving writes the next version. */
@Controller
class DealTypeSettingsController {
    private final DealTypes types;
    private final Stages stages;
    private final AddDealType add;
    private final ChangeDealType change;
    private final ReadStepRules rules;

    DealTypeSettingsController(
            DealTypes types, Stages stages, AddDealType add, ChangeDealType change, ReadStepRules rules) {
        this.types = types;
        this.stages = stages;
        this.add = add;
        this.change = change;
        this.rules = rules;
    }

    @GetMapping("/settings/deal-types/new")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String askNew(Model model) {
        var rows = stages.active().stream().map(stage -> stage.id().toString()).toList();
        var form = Form.of(Map.of("mode", DealMode.MANUAL.word(), "useAllowed", true));
        return form(null, form, rows, model);
    }

    @GetMapping("/settings/deal-types/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String ask(@PathVariable DealTypeId id, @RequestParam(defaultValue = "") String edit, Model model) {
        var type = types.require(id);
        var rows = type.steps().stream().map(step -> step.stage().toString()).toList();
        return form(id, DealTypeForm.of(type, edit), rows, model);
    }

    @PostMapping("/settings/deal-types")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String create(
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return save(null, input, user, ui, model, response, flash);
    }

    @PostMapping("/settings/deal-types/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable DealTypeId id,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return save(id, input, user, ui, model, response, flash);
    }

    private String save(
            @Nullable DealTypeId id,
            MultiValueMap<String, String> input,
            CurrentUser user,
            Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = Form.of(input);
        var rows = RowOrder.of(input);
        if (!form.value("action").isEmpty()) {
            return form(id, form, rows, model);
        }
        return SentForm.of(form, response)
                .save(
                        () -> {
                            write(id, form, rows, user, ui);
                            flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
                            return "redirect:/settings/deal-types";
                        },
                        refused ->
                                form(id, refused.placed(problem -> DealTypeForm.placed(problem, rows)), rows, model));
    }

    private void write(@Nullable DealTypeId id, Form form, List<String> rows, CurrentUser user, Ui ui) {
        var reader = form.reader(ui.f().region());
        var draft = DealTypeForm.draft(form, reader, rows);
        reader.check();
        if (id == null) {
            add.from(draft, user);
        } else {
            change.to(id, form.version(), draft, user);
        }
    }

    private String form(@Nullable DealTypeId id, Form form, List<String> rows, Model model) {
        model.addAttribute(
                "page",
                new DealTypePage(
                        id == null ? null : id.value(),
                        DealTypeForm.mode(form),
                        form,
                        rows,
                        stages.all(),
                        id == null ? Map.of() : rules.of(id, types.require(id).stepsVersion()),
                        form.value("edit").equals("steps")));
        return "process/type";
    }
}
