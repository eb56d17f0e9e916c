package io.lijevak.customers.web;

import io.lijevak.customers.ChangeCustomer;
import io.lijevak.customers.Customer;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.platform.Companies;
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

/** One field of a customer: a page of its own that the customer page takes into the place of the value. */
@Controller
class CustomerFieldController {
    private final Customers customers;
    private final ChangeCustomer change;
    private final Companies companies;
    private final CustomerPages pages;

    CustomerFieldController(Customers customers, ChangeCustomer change, Companies companies, CustomerPages pages) {
        this.customers = customers;
        this.change = change;
        this.companies = companies;
        this.pages = pages;
    }

    @GetMapping("/customers/{id}/fields/{field}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String edit(@PathVariable CustomerId id, @PathVariable String field, CurrentUser user, Model model) {
        var customer = customers.visible(id, user);
        user.require(Resource.CUSTOMER, Action.EDIT, customer.responsibleId());
        return page(model, customer, CardField.of(field), CustomerForm.of(customer));
    }

    @PostMapping("/customers/{id}/fields/{field}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String update(
            @PathVariable CustomerId id, @PathVariable String field, SentForm sent, CurrentUser user, Model model) {
        var part = CardField.of(field);
        var form = sent.form();
        var stored = customers.visible(id, user);
        return sent.save(
                () -> {
                    change.by(
                            user,
                            id,
                            form.version(),
                            now -> CustomerForm.read(
                                            CustomerForm.over(now, form, part.parts()),
                                            companies.current().region())
                                    .withProperties(now.properties()));
                    return "redirect:/customers/" + id;
                },
                refused -> page(model, stored, part, refused),
                model,
                () -> page(model, stored, part, pages.conflict(user, form, stored, part.parts())));
    }

    private String page(Model model, Customer customer, CardField field, Form form) {
        model.addAttribute("customer", customer);
        model.addAttribute("field", field);
        return pages.form(model, form, "customers/field");
    }
}
