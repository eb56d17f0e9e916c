package io.lijevak.properties.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.KeepChoices;
import io.lijevak.properties.Properties;
import io.lijevak.properties.PropertyUses;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The values of a list on the page of its property. */
@Controller
@RequestMapping("/settings/properties/{id}/choices")
class ChoiceSettingsController {
    private final Properties properties;
    private final KeepChoices keep;
    private final PropertyUses uses;

    ChoiceSettingsController(Properties properties, KeepChoices keep, PropertyUses uses) {
        this.properties = properties;
        this.keep = keep;
        this.uses = uses;
    }

    /** What the form of the page sends, and what its answer needs. */
    private record Request(long id, String typed, Ui ui, Model model, HttpServletResponse response) {}

    @PostMapping
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String add(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String choices,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return written(
                () -> keep.add(id, PropertyForm.lines(choices), user),
                new Request(id, choices, ui, model, response),
                flash);
    }

    @PostMapping("/{choice}")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String rename(
            @PathVariable long id,
            @PathVariable long choice,
            @RequestParam(defaultValue = "") String name,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return written(() -> keep.rename(id, choice, name, user), new Request(id, "", ui, model, response), flash);
    }

    @PostMapping("/{choice}/place")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String move(@PathVariable long id, @PathVariable long choice, @RequestParam int by, CurrentUser user) {
        keep.move(id, choice, by, user);
        return "redirect:/settings/properties/" + id;
    }

    @PostMapping("/{choice}/retirement")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String retire(@PathVariable long id, @PathVariable long choice, @RequestParam boolean retired, CurrentUser user) {
        keep.retire(id, choice, retired, user);
        return "redirect:/settings/properties/" + id;
    }

    private String written(Runnable work, Request request, RedirectAttributes flash) {
        try {
            work.run();
        } catch (InvalidInput e) {
            request.response().setStatus(422);
            var property = properties.require(request.id());
            request.model().addAttribute("property", property);
            request.model().addAttribute("uses", uses.of(property));
            request.model().addAttribute("form", PropertyForm.of(property));
            request.model()
                    .addAttribute(
                            "added", Form.of(Map.of("choices", request.typed())).with(e.problems()));
            return "properties/property";
        }
        flash.addFlashAttribute("toast", Toast.of(request.ui().t("properties.saved")));
        return "redirect:/settings/properties/" + request.id();
    }
}
