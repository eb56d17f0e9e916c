package io.lijevak.catalog.web;

import io.lijevak.catalog.Product;
import io.lijevak.catalog.ProductFields;
import io.lijevak.catalog.ProductGroups;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.users.AuditTrail;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the models of the product pages. */
@Component
class ProductPages {
    private static final int HISTORY = 50;
    private final ProductGroups groups;
    private final Companies companies;
    private final AuditTrail audit;

    ProductPages(ProductGroups groups, Companies companies, AuditTrail audit) {
        this.groups = groups;
        this.companies = companies;
        this.audit = audit;
    }

    String fresh(Model model, Form form) {
        model.addAttribute("history", List.<AuditTrail.Entry>of());
        return page(model, form);
    }

    String show(Model model, Product product, Form form) {
        model.addAttribute("product", product);
        model.addAttribute("history", audit.history("product", product.id().value(), HISTORY));
        return page(model, form);
    }

    ProductFields read(Form form) {
        var company = companies.current();
        return ProductForm.read(form, company.region(), company.currency());
    }

    /** The hidden version a form was read with. */
    static int version(Form form) {
        var version = form.value("version");
        if (!version.matches("\\d{1,9}")) {
            throw InvalidInput.at("version", "platform.problem.required");
        }
        return Integer.parseInt(version);
    }

    private String page(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("groups", groups.all());
        return "catalog/product";
    }
}
