package io.lijevak.process.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.ChangeRecordProcess;
import io.lijevak.process.ChangeRecordProcess.PointDraft;
import io.lijevak.process.RecordProcess;
import io.lijevak.process.RecordProcessMaps;
import io.lijevak.process.RecordProcesses;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is settled at a point of a process about other records: name, addressee, norm, instruction. */
@Controller
@RequestMapping("/processes/{key}/points/{node}")
class ProcessPointController {
    private final RecordProcesses processes;
    private final RecordProcessMaps maps;
    private final ChangeRecordProcess change;
    private final Addressees addressees;

    ProcessPointController(
            RecordProcesses processes, RecordProcessMaps maps, ChangeRecordProcess change, Addressees addressees) {
        this.processes = processes;
        this.maps = maps;
        this.change = change;
        this.addressees = addressees;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String show(@PathVariable String key, @PathVariable String node, CurrentUser user, Model model) {
        var process = processes.require(key);
        var point = point(process, node);
        var values = new HashMap<String, @Nullable Object>();
        values.put("version", process.version());
        values.put("name", point.name());
        values.put("addressee", point.addressee() == null ? "responsible" : point.addressee());
        values.put("normDays", point.normDays());
        values.put("instruction", point.instruction());
        return form(process, point, Form.of(values), user, model);
    }

    @PostMapping
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String change(
            @PathVariable String key,
            @PathVariable String node,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.saveOrExplain(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var addressee = reader.text("addressee");
                    var draft = new PointDraft(
                            form.value("name"),
                            addressee == null || addressee.equals("responsible") ? null : addressee,
                            reader.integer("normDays"),
                            reader.text("instruction"));
                    reader.check();
                    var made = change.point(key, node, form.version(), draft, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.route.uploaded", made)));
                    return "redirect:/processes/" + key + "/map";
                },
                again -> {
                    var process = processes.require(key);
                    return form(process, point(process, node), again, user, model);
                },
                ui,
                model);
    }

    private Node point(RecordProcess process, String node) {
        return maps.route(process.key(), process.version())
                .find(node)
                .filter(each -> each.kind() == Kind.POINT)
                .orElseThrow(() -> new RecordNotFound("point", node));
    }

    private String form(RecordProcess process, Node point, Form form, CurrentUser user, Model model) {
        model.addAttribute("process", process);
        model.addAttribute("point", point);
        model.addAttribute("form", form);
        model.addAttribute("addressees", addressees.of(user));
        return "process/processPoint";
    }
}
