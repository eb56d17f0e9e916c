package io.lijevak.deals.web;

import io.lijevak.deals.SilenceThresholds;
import io.lijevak.deals.SilenceThresholds.Thresholds;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of early warning: after how many days without contact a deal counts as silent. */
@Controller
@RequestMapping("/settings/warnings")
class SilenceSettingsController {
    private final SilenceThresholds thresholds;
    private final DealTypes types;

    SilenceSettingsController(SilenceThresholds thresholds, DealTypes types) {
        this.thresholds = thresholds;
        this.types = types;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String list(Model model) {
        return list(null, Form.empty(), model);
    }

    @PostMapping("/{type}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable DealTypeId type,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    thresholds.set(type, read(form, ui), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
                    return "redirect:/settings/warnings";
                },
                refused -> list(type, refused, model));
    }

    private Thresholds read(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        var whole = reader.integer("days");
        var stages = new HashMap<StageId, Integer>();
        for (var stage : form.values("stage")) {
            var days = stage.matches("\\d{1,18}") ? reader.integer("days-" + stage) : null;
            if (days != null) {
                stages.put(StageId.valueOf(stage), days);
            }
        }
        reader.check();
        return new Thresholds(whole, stages);
    }

    private String list(@Nullable DealTypeId refused, Form form, Model model) {
        List<SilenceForm> forms = types.all().stream()
                .map(type -> new SilenceForm(type, type.id().equals(refused) ? form : stored(type)))
                .toList();
        model.addAttribute("types", forms);
        return "deals/warnings";
    }

    private Form stored(DealType type) {
        var kept = thresholds.of(type.id());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("days", kept.days());
        kept.stages().forEach((stage, days) -> values.put("days-" + stage, days));
        return Form.of(values);
    }
}
