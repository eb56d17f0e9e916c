package io.lijevak.catalog.web;

import io.lijevak.catalog.Product;
import io.lijevak.catalog.ProductFields;
import io.lijevak.catalog.ProductGroups;
import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the models of the product pages. */
@Component
class ProductPages {
    private static final int HISTORY = 50;
    private final ProductGroups groups;
    private final Companies companies;
    private final AuditTrail audit;
    private final PropertyForms properties;
    private final PropertyWords words;

    ProductPages(
            ProductGroups groups,
            Companies companies,
            AuditTrail audit,
            PropertyForms properties,
            PropertyWords words) {
        this.groups = groups;
        this.companies = companies;
        this.audit = audit;
        this.properties = properties;
        this.words = words;
    }

    String fresh(Model model, Form form, CurrentUser user) {
        model.addAttribute("inputs", properties.inputs(RecordKind.PRODUCT, PropertyValues.NONE, user));
        model.addAttribute("history", List.<AuditTrail.Entry>of());
        return page(model, form);
    }

    String show(Model model, Product product, Form form, CurrentUser user) {
        model.addAttribute(
                "inputs", properties.inputs(RecordKind.PRODUCT, product.fields().values(), user));
        model.addAttribute("product", product);
        model.addAttribute("history", history(product, user));
        return page(model, form);
    }

    /** What was typed, with what stands there now at the fields that differ. */
    Form conflict(Form typed, Product stored, CurrentUser user) {
        var theirs = properties
                .differing(RecordKind.PRODUCT, typed, stored.fields().values(), user)
                .stream()
                .map(line -> new FieldProblem(line.field(), "catalog.problem.conflict", line.text()))
                .toList();
        return ProductForm.conflict(typed, stored).with(theirs);
    }

    private List<AuditTrail.Entry> history(Product product, CurrentUser user) {
        return audit.history("product", product.id().value(), HISTORY).stream()
                .map(entry -> new AuditTrail.Entry(
                        entry.id(),
                        entry.at(),
                        entry.person(),
                        entry.personName(),
                        entry.action(),
                        labelled(entry.changes(), user)))
                .toList();
    }

    /** Properties by their names, without those that the viewer may not see. */
    private Map<String, AuditTrail.Change> labelled(Map<String, AuditTrail.Change> changes, CurrentUser user) {
        var labelled = new LinkedHashMap<String, AuditTrail.Change>();
        changes.forEach((field, change) -> {
            var label = PropertyWords.isProperty(field) ? words.label(RecordKind.PRODUCT, field, user) : field;
            if (label != null) {
                labelled.put(label, change);
            }
        });
        return labelled;
    }

    ProductFields read(Form form, PropertyValues stored) {
        var company = companies.current();
        return ProductForm.read(form, stored, company.region(), company.currency());
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
