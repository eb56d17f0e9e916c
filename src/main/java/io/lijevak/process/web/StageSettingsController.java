package io.lijevak.process.web;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.AddStage;
import io.lijevak.process.ChangeStage;
import io.lijevak.process.OrderStages;
import io.lijevak.process.RetireStage;
import io.lijevak.process.StageId;
import io.lijevak.process.Stages;
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

/** Settings of the reference of stages. */
@Controller
class StageSettingsController {
    private static final String LIST = "redirect:/settings/stages";
    private final Stages stages;
    private final AddStage add;
    private final ChangeStage change;
    private final OrderStages order;
    private final RetireStage retire;

    StageSettingsController(Stages stages, AddStage add, ChangeStage change, OrderStages order, RetireStage retire) {
        this.stages = stages;
        this.add = add;
        this.change = change;
        this.order = order;
        this.retire = retire;
    }

    @GetMapping("/settings/stages")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String list(Model model) {
        return list(Form.empty(), model);
    }

    @PostMapping("/settings/stages")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    add.named(form.value("name"), form.reader(ui.f().region()).text("description"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
                    return LIST;
                },
                refused -> list(refused, model));
    }

    @PostMapping("/settings/stages/order")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String order(
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        var rows = RowOrder.of(input);
        order.as(rows.stream().map(StageId::valueOf).toList(), user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
        return LIST;
    }

    @GetMapping("/settings/stages/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String ask(@PathVariable StageId id, Model model) {
        var stage = stages.require(id);
        var form = Form.of(java.util.Map.of(
                "name",
                stage.name(),
                "description",
                stage.description() == null ? "" : stage.description(),
                "version",
                stage.version()));
        return stage(id, form, model);
    }

    @PostMapping("/settings/stages/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable StageId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        var reader = form.reader(ui.f().region());
        return sent.save(
                () -> {
                    change.to(id, form.version(), form.value("name"), reader.text("description"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
                    return LIST;
                },
                refused -> stage(id, refused, model));
    }

    @PostMapping("/settings/stages/{id}/retirement")
    @Allow(resource = Resource.PROCESS, action = Action.ARCHIVE)
    String retire(
            @PathVariable StageId id,
            @RequestParam boolean retired,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        try {
            if (retired) {
                retire.retire(id, user);
            } else {
                retire.restore(id, user);
            }
            flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
        } catch (Conflict inUse) {
            flash.addFlashAttribute(
                    "refusal", ui.t(inUse.messageKey(), inUse.arguments().toArray()));
        }
        return LIST;
    }

    private String list(Form form, Model model) {
        model.addAttribute("stages", stages.all());
        model.addAttribute("form", form);
        return "process/stages";
    }

    private String stage(StageId id, Form form, Model model) {
        model.addAttribute("stage", stages.require(id));
        model.addAttribute("form", form);
        return "process/stage";
    }
}
