package io.lijevak.catalog.web;

import io.lijevak.catalog.ArchiveProduct;
import io.lijevak.catalog.ChangeProduct;
import io.lijevak.catalog.CreateProduct;
import io.lijevak.catalog.ProductId;
import io.lijevak.catalog.Products;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.properties.PropertyValues;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

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
    String form(CurrentUser user, Model model) {
        return pages.fresh(model, Form.empty(), user);
    }

    @PostMapping("/products")
    @Allow(resource = Resource.PRODUCT, action = Action.CREATE)
    String create(SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> "redirect:/products/"
                        + create.from(pages.read(form, PropertyValues.NONE), user)
                                .id(),
                refused -> pages.fresh(model, refused, user));
    }

    @GetMapping("/products/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.VIEW)
    String show(@PathVariable ProductId id, CurrentUser user, Model model) {
        var product = products.require(id);
        return pages.show(model, product, ProductForm.of(product), user);
    }

    @PostMapping("/products/{id}")
    @Allow(resource = Resource.PRODUCT, action = Action.EDIT)
    String change(@PathVariable ProductId id, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        var stored = products.require(id);
        return sent.save(
                () -> {
                    change.to(pages.read(form, stored.fields().values()), id, ProductPages.version(form), user);
                    return "redirect:/products";
                },
                refused -> pages.show(model, stored, refused, user),
                () -> pages.show(model, stored, pages.conflict(form, stored, user), user));
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
