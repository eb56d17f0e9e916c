package io.lijevak.process.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.PointSheet;
import io.lijevak.process.PointSheets;
import io.lijevak.process.ReadInstruction;
import io.lijevak.process.SentFiles;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a point: how it is done, what is missing and can be filled right there, going on without. */
@Controller
class PointController {
    private final PointSheets sheets;
    private final CompletePoint complete;
    private final ReadInstruction instructions;
    private final SentFiles files;

    PointController(PointSheets sheets, CompletePoint complete, ReadInstruction instructions, SentFiles files) {
        this.sheets = sheets;
        this.complete = complete;
        this.instructions = instructions;
        this.files = files;
    }

    @GetMapping({"/process/points/{id}", "/process/points/{id}/completion"})
    @SignedIn
    String ask(@PathVariable long id, @RequestParam(defaultValue = "") String back, CurrentUser user, Model model) {
        var sheet = sheets.require(id, user);
        return form(sheet, Form.of(Map.of("back", back)), user, model);
    }

    @PostMapping("/process/points/{id}/completion")
    @SignedIn
    String complete(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> input,
            HttpServletRequest request,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var kept = files.keep(() -> sheets.require(id, user).missing(), request, user);
        kept.tokens().forEach(input::set);
        var form = Form.of(input);
        return SentForm.of(form, response)
                .saveOrExplain(
                        () -> {
                            if (!kept.problems().isEmpty()) {
                                throw new InvalidInput(kept.problems());
                            }
                            var done = complete.with(id, answers(input), overriding(form), user);
                            flash.addFlashAttribute("toast", Toast.of(ui.t("process.point.done", done.name())));
                            return "redirect:" + Back.or(form.value("back"), instructions.href(done.subject()));
                        },
                        again -> form(sheets.require(id, user), again, user, model),
                        ui,
                        model);
    }

    private static Map<String, String> answers(MultiValueMap<String, String> input) {
        return input.toSingleValueMap().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @org.jspecify.annotations.Nullable String overriding(Form form) {
        return form.value("override").isEmpty() ? null : form.value("overrideReason");
    }

    private String form(PointSheet sheet, Form form, CurrentUser user, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("instruction", instructions.of(sheet, user));
        model.addAttribute("form", form);
        return "process/point";
    }
}
