package io.lijevak.customers.web;

import io.lijevak.customers.ChangeCustomer;
import io.lijevak.customers.Customer;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One property of a customer, edited in its place like the fields that every customer has. */
@Controller
@RequestMapping("/customers/{id}/properties/{key}")
class CustomerPropertyController {
    private final Customers customers;
    private final ChangeCustomer change;
    private final PropertyForms properties;
    private final CustomerPages pages;

    CustomerPropertyController(
            Customers customers, ChangeCustomer change, PropertyForms properties, CustomerPages pages) {
        this.customers = customers;
        this.change = change;
        this.properties = properties;
        this.pages = pages;
    }

    @GetMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String edit(@PathVariable CustomerId id, @PathVariable String key, CurrentUser user, Model model) {
        var customer = customers.visible(id, user);
        user.require(Resource.CUSTOMER, Action.EDIT, customer.responsibleId());
        return page(model, customer, key, CustomerForm.of(customer), user);
    }

    @PostMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String update(@PathVariable CustomerId id, @PathVariable String key, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        var stored = customers.visible(id, user);
        return sent.save(
                () -> {
                    change.by(
                            user,
                            id,
                            form.version(),
                            now -> now.withProperties(PropertyForms.over(now.properties(), form)));
                    return "redirect:/customers/" + id;
                },
                refused -> page(model, stored, key, refused, user),
                model,
                () -> page(model, stored, key, pages.conflict(user, form, stored, List.of()), user));
    }

    private String page(Model model, Customer customer, String key, Form form, CurrentUser user) {
        model.addAttribute("customer", customer);
        model.addAttribute("key", key);
        model.addAttribute(
                "input",
                properties.input(RecordKind.CUSTOMER, key, customer.fields().properties(), user));
        model.addAttribute("form", form);
        return "customers/property";
    }
}
