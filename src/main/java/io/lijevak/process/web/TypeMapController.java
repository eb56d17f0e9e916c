package io.lijevak.process.web;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.MigrateRuns;
import io.lijevak.process.StageId;
import io.lijevak.process.TypeMaps;
import io.lijevak.process.UploadRoute;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The map of a deal type with figures at its points; as a BPMN file, from one, and carrying deals over. */
@Controller
class TypeMapController {
    private final TypeMaps maps;
    private final UploadRoute upload;
    private final MigrateRuns migrate;
    private final DealTypes types;

    TypeMapController(TypeMaps maps, UploadRoute upload, MigrateRuns migrate, DealTypes types) {
        this.maps = maps;
        this.upload = upload;
        this.migrate = migrate;
        this.types = types;
    }

    @GetMapping("/deal-types/{id}/map")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    String show(
            @PathVariable DealTypeId id,
            @RequestParam(required = false) @Nullable Integer version,
            CurrentUser user,
            Model model) {
        return page(id, version, Form.empty(), user, model);
    }

    @GetMapping("/deal-types/{id}/route.bpmn")
    @Allow(resource = Resource.PROCESS, action = Action.VIEW)
    ResponseEntity<byte[]> download(
            @PathVariable DealTypeId id, @RequestParam(required = false) @Nullable Integer version, CurrentUser user) {
        return BpmnDownload.of(maps.bpmn(id, version, user), "deal-type-" + id, version);
    }

    @PostMapping("/deal-types/{id}/route")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String upload(
            @PathVariable DealTypeId id,
            @RequestParam MultipartFile file,
            @RequestParam int version,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        try {
            var made = upload.from(file.getBytes(), id, version, user);
            flash.addFlashAttribute("toast", Toast.of(ui.t("process.route.uploaded", made)));
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return page(id, null, Form.empty().with(invalid.problems()), user, model);
        }
        return "redirect:/deal-types/" + id + "/map";
    }

    @PostMapping("/deal-types/{id}/migrations")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String migrate(
            @PathVariable DealTypeId id,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = Form.of(input);
        var reader = form.reader(ui.f().region());
        var from = reader.integer("from");
        var mapping = new HashMap<StageId, StageId>();
        for (var name : input.keySet()) {
            if (name.matches("stage-\\d{1,18}") && reader.id(name) instanceof Long to) {
                mapping.put(StageId.valueOf(name.substring("stage-".length())), new StageId(to));
            }
        }
        try {
            reader.check();
            var count = migrate.of(id, from == null ? 0 : from, mapping, user);
            flash.addFlashAttribute("toast", Toast.of(ui.t("process.migrate.done", count)));
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return page(id, null, form.with(invalid.problems()), user, model);
        } catch (Conflict conflict) {
            response.setStatus(409);
            model.addAttribute(
                    "refusal", ui.t(conflict.messageKey(), conflict.arguments().toArray()));
            return page(id, null, form, user, model);
        }
        return "redirect:/deal-types/" + id + "/map";
    }

    private String page(DealTypeId id, @Nullable Integer version, Form form, CurrentUser user, Model model) {
        model.addAttribute("page", TypeMapPage.of(maps.of(id, version, user), id, types, form));
        return "process/type-map";
    }
}
