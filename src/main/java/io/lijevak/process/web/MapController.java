package io.lijevak.process.web;

import static java.util.stream.Collectors.toMap;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The map of a process: with figures, as a BPMN file there and back, and carrying over what follows an older route. */
@Controller
@RequestMapping("/{of:deal-types|processes}/{key}")
class MapController {
    private static final Pattern MAPPED = Pattern.compile("(?:stage|point)-(.+)");
    private final Map<String, MappedProcesses> processes;

    MapController(List<MappedProcesses> processes) {
        this.processes = processes.stream().collect(toMap(MappedProcesses::path, Function.identity()));
    }

    @GetMapping("/map")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String show(
            @PathVariable String of,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version,
            CurrentUser user,
            Model model) {
        return page(in(of).page(key, version, Form.empty(), user), model);
    }

    @GetMapping("/route.bpmn")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    ResponseEntity<byte[]> download(
            @PathVariable String of,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer version,
            CurrentUser user) {
        return BpmnDownload.of(in(of).bpmn(key, version, user), in(of).fileName(key), version);
    }

    @PostMapping("/route")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String upload(
            @PathVariable String of,
            @PathVariable String key,
            @RequestParam MultipartFile file,
            @RequestParam int version,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var sent = SentForm.of(Form.empty(), response);
        return sent.save(
                () -> {
                    var made = in(of).upload(file.getBytes(), key, version, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.route.uploaded", made)));
                    return "redirect:/" + of + "/" + key + "/map";
                },
                refused -> page(in(of).page(key, null, refused, user), model));
    }

    @PostMapping("/migrations")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String migrate(
            @PathVariable String of,
            @PathVariable String key,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        return sent.saveOrExplain(
                () -> {
                    var reader = sent.form().reader(ui.f().region());
                    var from = reader.integer("from");
                    reader.check();
                    var count = in(of).migrate(key, from == null ? 0 : from, mapping(sent.form()), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("process.migrate.done", count)));
                    return "redirect:/" + of + "/" + key + "/map";
                },
                again -> page(in(of).page(key, null, again, user), model),
                ui,
                model);
    }

    private static Map<String, String> mapping(Form form) {
        var mapping = new HashMap<String, String>();
        for (var name : form.names()) {
            var gone = MAPPED.matcher(name);
            if (gone.matches() && !form.value(name).isBlank()) {
                mapping.put(gone.group(1), form.value(name));
            }
        }
        return mapping;
    }

    private MappedProcesses in(String of) {
        return Objects.requireNonNull(processes.get(of));
    }

    private static String page(TypeMapPage page, Model model) {
        model.addAttribute("page", page);
        return "process/type-map";
    }
}
