package io.lijevak.catalog.web;

import io.lijevak.catalog.ProductGroupId;
import io.lijevak.catalog.ProductGroups;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The groups of products. */
@Controller
class ProductGroupController {
    private final ProductGroups groups;

    ProductGroupController(ProductGroups groups) {
        this.groups = groups;
    }

    @GetMapping("/products/groups")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    String show(Model model) {
        return page(model, Form.empty());
    }

    @PostMapping("/products/groups")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    String add(SentForm sent, CurrentUser user, Model model) {
        return sent.save(
                () -> {
                    groups.add(sent.form().value("name"), user);
                    return "redirect:/products/groups";
                },
                refused -> page(model, refused));
    }

    @PostMapping("/products/groups/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    String rename(@PathVariable ProductGroupId id, SentForm sent, CurrentUser user, Model model) {
        return sent.save(
                () -> {
                    groups.rename(id, sent.form().value("name"), user);
                    return "redirect:/products/groups";
                },
                refused -> page(model, refused));
    }

    private String page(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("groups", groups.all());
        return "catalog/groups";
    }
}
