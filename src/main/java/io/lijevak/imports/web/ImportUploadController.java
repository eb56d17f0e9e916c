package io.lijevak.imports.web;

import io.lijevak.imports.ImportKind;
import io.lijevak.imports.ImportOptions;
import io.lijevak.imports.UploadFile;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wizard's first step: which file, and what is in it. */
@Controller
class ImportUploadController {
    private final UploadFile upload;
    private final ImportPages pages;

    ImportUploadController(UploadFile upload, ImportPages pages) {
        this.upload = upload;
        this.pages = pages;
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @GetMapping("/imports/new")
    String form(@RequestParam(defaultValue = "customers") String kind, CurrentUser user, Model model) {
        return page(Form.of(Map.of("kind", kind)), user, model);
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/imports")
    String upload(HttpServletRequest request, CurrentUser user, Model model, HttpServletResponse response) {
        // Asked for as an argument it would be looked for among the parts of a body that is not read when it is too
        // big.
        var kind = Objects.requireNonNullElse(request.getParameter("kind"), "");
        return SentForm.of(Form.of(Map.of("kind", kind)), response)
                .save(
                        () -> {
                            var file = ReceivedFile.of(request);
                            var wanted = ImportKind.read(kind)
                                    .orElseThrow(() -> InvalidInput.at("kind", "imports.file.no-kind", kind));
                            var id = ReceivedFile.with(
                                    file,
                                    path -> upload.take(
                                            new UploadFile.Upload(
                                                    wanted,
                                                    ReceivedFile.name(file),
                                                    path,
                                                    null,
                                                    ImportOptions.defaults()),
                                            user));
                            return "redirect:/imports/" + id + "/layout";
                        },
                        refused -> page(refused, user, model));
    }

    private String page(Form form, CurrentUser user, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("limit", UploadFile.BYTES);
        model.addAttribute("steps", pages.steps(null, 0, user.language()));
        model.addAttribute(
                "kinds",
                Arrays.stream(ImportKind.values())
                        .filter(kind -> user.may(kind.resource(), Action.CREATE))
                        .toList());
        return "imports/new";
    }
}
