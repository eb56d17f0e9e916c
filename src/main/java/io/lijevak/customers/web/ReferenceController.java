package io.lijevak.customers.web;

import io.lijevak.customers.KeepReferences;
import io.lijevak.customers.KeepReferences.Kind;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings pages of customer sources and categories. */
@Controller
@RequestMapping("/settings/customer-{path:sources|categories}")
class ReferenceController {
    private final KeepReferences keep;

    ReferenceController(KeepReferences keep) {
        this.keep = keep;
    }

    @GetMapping
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String show(@PathVariable String path, Model model) {
        return page(model, path, Form.empty());
    }

    @PostMapping
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String add(@PathVariable String path, SentForm sent, CurrentUser user, Model model) {
        return written(name -> keep.add(kind(path), name, user), path, sent, model);
    }

    @PostMapping("/{id}")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String rename(@PathVariable String path, @PathVariable long id, SentForm sent, CurrentUser user, Model model) {
        return written(name -> keep.rename(kind(path), id, name, user), path, sent, model);
    }

    @PostMapping("/{id}/retirement")
    @Allow(resource = Resource.PROCESS, action = Action.EDIT)
    String retire(@PathVariable String path, @PathVariable long id, @RequestParam boolean retired, CurrentUser user) {
        keep.retire(kind(path), id, retired, user);
        return "redirect:/settings/customer-" + path;
    }

    private String written(Consumer<String> work, String path, SentForm sent, Model model) {
        return sent.save(
                () -> {
                    work.accept(sent.form().value("name"));
                    return "redirect:/settings/customer-" + path;
                },
                refused -> page(model, path, refused));
    }

    private String page(Model model, String path, Form form) {
        model.addAttribute("path", path);
        model.addAttribute("form", form);
        model.addAttribute("references", keep.all(kind(path)));
        return "customers/references";
    }

    private static Kind kind(String path) {
        return Kind.valueOf(path.toUpperCase(Locale.ROOT));
    }
}
