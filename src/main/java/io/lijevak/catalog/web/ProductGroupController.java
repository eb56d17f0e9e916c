package io.lijevak.catalog.web;

import io.lijevak.catalog.ProductGroupId;
import io.lijevak.catalog.ProductGroups;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    String add(
            @RequestParam(defaultValue = "") String name, CurrentUser user, Model model, HttpServletResponse response) {
        try {
            groups.add(name, user);
            return "redirect:/products/groups";
        } catch (InvalidInput e) {
            response.setStatus(422);
            return page(model, Form.of(Map.of("name", name)).with(e.problems()));
        }
    }

    @PostMapping("/products/groups/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    String rename(
            @PathVariable ProductGroupId id,
            @RequestParam(defaultValue = "") String name,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        try {
            groups.rename(id, name, user);
            return "redirect:/products/groups";
        } catch (InvalidInput e) {
            response.setStatus(422);
            return page(model, Form.of(Map.of("name", name)).with(e.problems()));
        }
    }

    private String page(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("groups", groups.all());
        return "catalog/groups";
    }
}
