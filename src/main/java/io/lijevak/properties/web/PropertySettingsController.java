package io.lijevak.properties.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.KeepProperties;
import io.lijevak.properties.Properties;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyUses;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of properties: those of each kind of record, and the page of one. */
@Controller
@RequestMapping("/settings/properties")
class PropertySettingsController {
    private final Properties properties;
    private final KeepProperties keep;
    private final PropertyUses uses;

    PropertySettingsController(Properties properties, KeepProperties keep, PropertyUses uses) {
        this.properties = properties;
        this.keep = keep;
        this.uses = uses;
    }

    @GetMapping
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String list(@RequestParam(defaultValue = "customer") String kind, Model model) {
        return list(RecordKind.of(kind), Form.empty(), model);
    }

    @PostMapping
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String add(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        var kind = RecordKind.of(form.value("kind"));
        return sent.save(
                () -> {
                    keep.add(PropertyForm.fresh(form, ui.f().region()), user);
                    return saved("redirect:/settings/properties?kind=" + kind.word(), ui, flash);
                },
                refused -> list(kind, refused, model));
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String show(@PathVariable long id, Model model) {
        var property = properties.require(id);
        return property(property, PropertyForm.of(property), model);
    }

    @PostMapping("/{id}")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String change(
            @PathVariable long id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    keep.change(
                            id, form.version(), PropertyForm.draft(form, ui.f().region()), user);
                    return saved("redirect:/settings/properties/" + id, ui, flash);
                },
                refused -> property(properties.require(id), refused, model),
                model,
                () -> {
                    var stored = properties.require(id);
                    return property(stored, PropertyForm.of(stored), model);
                });
    }

    @PostMapping("/{id}/retirement")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String retire(
            @PathVariable long id,
            @RequestParam boolean retired,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            keep.retire(id, retired, user);
        } catch (InvalidInput e) {
            response.setStatus(422);
            var property = properties.require(id);
            return property(property, PropertyForm.of(property).with(e.problems()), model);
        }
        return saved("redirect:/settings/properties/" + id, ui, flash);
    }

    private String list(RecordKind kind, Form form, Model model) {
        model.addAttribute("kind", kind.owns() ? kind : RecordKind.CUSTOMER);
        model.addAttribute("properties", properties.all(kind));
        model.addAttribute("form", form);
        return "properties/list";
    }

    private String property(Property property, Form form, Model model) {
        model.addAttribute("property", property);
        model.addAttribute("uses", uses.of(property));
        model.addAttribute("form", form);
        return "properties/property";
    }

    private static String saved(String address, Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t("properties.saved")));
        return address;
    }
}
