package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.AddRecordProcess;
import io.lijevak.process.RecordProcess;
import io.lijevak.process.RecordProcessDraft;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.SettleRecordProcess;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of the processes about other records: name, use, which one is the default, steps as long as they are a line. */
@Controller
class RecordProcessSettingsController {
    private final RecordProcesses processes;
    private final AddRecordProcess add;
    private final SettleRecordProcess settle;

    RecordProcessSettingsController(RecordProcesses processes, AddRecordProcess add, SettleRecordProcess settle) {
        this.processes = processes;
        this.add = add;
        this.settle = settle;
    }

    @GetMapping("/settings/processes/new")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String askNew(Model model) {
        return page(null, Form.of(Map.of("useAllowed", true)), model);
    }

    @PostMapping("/settings/processes")
    @Allow(resource = Resource.PROCESS, action = Action.CREATE)
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        var reader = form.reader(ui.f().region());
        return sent.save(
                () -> {
                    var key = add.from(draft(form), reader.text("about"), reader.text("copy"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
                    return "redirect:/processes/" + key + "/map";
                },
                refused -> page(null, refused, model));
    }

    @GetMapping("/settings/processes/{key}")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String ask(@PathVariable String key, Model model) {
        var process = processes.require(key);
        return page(process, stored(process), model);
    }

    @PostMapping("/settings/processes/{key}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable String key,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var revision = reader.integer("revision");
                    reader.check();
                    settle.to(key, revision == null ? 0 : revision, draft(form), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.saved")));
                    return "redirect:/settings/deal-types";
                },
                refused -> page(processes.require(key), refused, model),
                () -> {
                    model.addAttribute("refusal", ui.t("platform.error.stale"));
                    return page(processes.require(key), form, model);
                });
    }

    private Form stored(RecordProcess process) {
        var values = new HashMap<String, Object>();
        values.put("revision", process.revision());
        values.put("name", process.name());
        values.put("useAllowed", process.useAllowed());
        values.put("byDefault", process.byDefault());
        processes.steps(process.key()).ifPresent(steps -> values.put("steps", String.join("\n", steps)));
        return Form.of(values);
    }

    private static RecordProcessDraft draft(Form form) {
        var steps = form.value("listed").isEmpty()
                ? null
                : form.value("steps").lines().toList();
        return new RecordProcessDraft(
                form.value("name"), form.has("useAllowed", "true"), form.has("byDefault", "true"), steps);
    }

    private String page(@Nullable RecordProcess process, Form form, Model model) {
        var straight = process == null || processes.steps(process.key()).isPresent();
        var known = process == null ? processes.all() : List.<RecordProcess>of();
        model.addAttribute("page", new RecordProcessPage(process, form, straight, known, processes.kinds()));
        return "process/recordProcess";
    }
}
