package io.lijevak.process.web;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.ChangeRecordProcess;
import io.lijevak.process.MigrateProcess;
import io.lijevak.process.RecordProcessMaps;
import io.lijevak.process.RecordProcesses;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The map of a process about records other than deals: figures, BPMN file there and back, carrying what runs over. */
@Controller
@RequestMapping("/processes/{key}")
class ProcessMapController {
    private final RecordProcessMaps maps;
    private final RecordProcesses processes;
    private final ChangeRecordProcess change;
    private final MigrateProcess migrate;

    ProcessMapController(
            RecordProcessMaps maps, RecordProcesses processes, ChangeRecordProcess change, MigrateProcess migrate) {
        this.maps = maps;
        this.processes = processes;
        this.change = change;
        this.migrate = migrate;
    }

    @GetMapping("/map")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String show(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version,
            CurrentUser user,
            Model model) {
        return page(key, version, Form.empty(), user, model);
    }

    @GetMapping("/route.bpmn")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    ResponseEntity<byte[]> download(
            @PathVariable String key, @RequestParam(required = false) @Nullable Integer version, CurrentUser user) {
        return BpmnDownload.of(maps.bpmn(key, version, user), key, version);
    }

    @PostMapping("/route")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String upload(
            @PathVariable String key,
            @RequestParam MultipartFile file,
            @RequestParam int version,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        try {
            var made = change.upload(file.getBytes(), key, version, user);
            flash.addFlashAttribute("toast", Toast.of(ui.t("process.route.uploaded", made)));
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return page(key, null, Form.empty().with(invalid.problems()), user, model);
        }
        return "redirect:/processes/" + key + "/map";
    }

    @PostMapping("/migrations")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String migrate(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = Form.of(input);
        var reader = form.reader(ui.f().region());
        var from = reader.integer("from");
        var mapping = new HashMap<String, String>();
        for (var name : input.keySet()) {
            if (name.startsWith("point-") && !form.value(name).isBlank()) {
                mapping.put(name.substring("point-".length()), form.value(name));
            }
        }
        try {
            reader.check();
            var count = migrate.of(key, from == null ? 0 : from, mapping, user);
            flash.addFlashAttribute("toast", Toast.of(ui.t("process.migrate.done", count)));
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return page(key, null, form.with(invalid.problems()), user, model);
        } catch (Conflict conflict) {
            response.setStatus(409);
            model.addAttribute(
                    "refusal", ui.t(conflict.messageKey(), conflict.arguments().toArray()));
            return page(key, null, form, user, model);
        }
        return "redirect:/processes/" + key + "/map";
    }

    private String page(String key, @Nullable Integer version, Form form, CurrentUser user, Model model) {
        var map = maps.of(key, version, user);
        model.addAttribute("page", TypeMapPage.of(map, processes.require(key), maps, form));
        return "process/type-map";
    }
}
