package io.lijevak.catalog.web;

import io.lijevak.catalog.ArchiveProduct;
import io.lijevak.catalog.ChangeProduct;
import io.lijevak.catalog.CreateProduct;
import io.lijevak.catalog.ProductId;
import io.lijevak.catalog.Products;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.platform.web.Form;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A product: created, shown as its form, changed, archived and restored. */
@Controller
class ProductController {
    private final Products products;
    private final CreateProduct create;
    private final ChangeProduct change;
    private final ArchiveProduct archive;
    private final ProductPages pages;

    ProductController(
            Products products, CreateProduct create, ChangeProduct change, ArchiveProduct archive, ProductPages pages) {
        this.products = products;
        this.create = create;
        this.change = change;
        this.archive = archive;
        this.pages = pages;
    }

    @GetMapping("/products/new")
    @Allow(resource = Resource.PRODUCT, action = Action.CREATE)
    String form(Model model) {
        return pages.fresh(model, Form.empty());
    }

    @PostMapping("/products")
    @Allow(resource = Resource.PRODUCT, action = Action.CREATE)
    String create(
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        var form = Form.of(input);
        try {
            return "redirect:/products/" + create.from(pages.read(form), user).id();
        } catch (InvalidInput e) {
            response.setStatus(422);
            return pages.fresh(model, form.with(e.problems()));
        }
    }

    @GetMapping("/products/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.VIEW)
    String show(@PathVariable ProductId id, Model model) {
        var product = products.require(id);
        return pages.show(model, product, ProductForm.of(product));
    }

    @PostMapping("/products/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    String change(
            @PathVariable ProductId id,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        var form = Form.of(input);
        var stored = products.require(id);
        try {
            change.to(pages.read(form), id, ProductPages.version(form), user);
            return "redirect:/products";
        } catch (InvalidInput e) {
            response.setStatus(422);
            return pages.show(model, stored, form.with(e.problems()));
        } catch (StaleVersion e) {
            response.setStatus(409);
            return pages.show(model, stored, ProductForm.conflict(form, stored));
        }
    }

    @PostMapping("/products/{id}/archive")
    @Allow(resource = Resource.PRODUCT, action = Action.ARCHIVE)
    String archive(@PathVariable ProductId id, CurrentUser user) {
        archive.archive(id, user);
        return "redirect:/products/" + id;
    }

    @PostMapping("/products/{id}/restoration")
    @Allow(resource = Resource.PRODUCT, action = Action.ARCHIVE)
    String restore(@PathVariable ProductId id, CurrentUser user) {
        archive.restore(id, user);
        return "redirect:/products/" + id;
    }
}
