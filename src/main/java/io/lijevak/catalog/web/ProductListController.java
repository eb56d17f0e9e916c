package io.lijevak.catalog.web;

import io.lijevak.catalog.ProductFilter;
import io.lijevak.catalog.ProductGroups;
import io.lijevak.catalog.ProductList;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of products, as a page, as a file, and as choices of a search-as-you-type field. */
@Controller
class ProductListController {
    private static final int PAGE = 50;
    private static final int MOST_OPTIONS = 10;
    private final ProductList list;
    private final ProductGroups groups;
    private final ProductDownload download;
    private final FieldChips chips;

    ProductListController(ProductList list, ProductGroups groups, ProductDownload download, FieldChips chips) {
        this.chips = chips;
        this.list = list;
        this.groups = groups;
        this.download = download;
    }

    @GetMapping("/products")
    @Allow(resource = Resource.PRODUCT, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, CurrentUser user, Model model, HttpServletResponse response) {
        var asked = ProductFilter.of(parameters);
        var own = chips.of(RecordKind.PRODUCT, asked.where(), new PageLink("/products", parameters), user);
        var filter = asked.with(own.where());
        var link = own.link();
        var slice = list.page(filter, user, link.value("next"), PAGE);
        model.addAttribute("page", new ProductListPage(own, filter, slice, list.count(filter, user)));
        model.addAttribute("groups", groups.all());
        response.setHeader("HX-Push-Url", link.toString());
        return "catalog/list";
    }

    @GetMapping("/products/options")
    @Allow(resource = Resource.PRODUCT, action = Action.VIEW)
    String options(@RequestParam(defaultValue = "") String q, CurrentUser user, Model model) {
        var filter = ProductFilter.of(Map.of("q", q));
        model.addAttribute(
                "products", list.page(filter, user, null, MOST_OPTIONS).items());
        return "catalog/options";
    }

    @GetMapping("/products/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.PRODUCT, action = Action.EXPORT)
    void download(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        chips.require(RecordKind.PRODUCT, parameters, user);
        download.answer(parameters, ui, user).send(ending, response);
    }
}
