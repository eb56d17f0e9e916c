package io.lijevak.customers.web;

import io.lijevak.customers.ChangeCustomer;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.properties.PropertyForms;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a customer and the form that changes all of it. */
@Controller
class CustomerController {
    private final Cards cards;
    private final Customers customers;
    private final ChangeCustomer change;
    private final Companies companies;
    private final CustomerPages pages;

    CustomerController(
            Cards cards, Customers customers, ChangeCustomer change, Companies companies, CustomerPages pages) {
        this.cards = cards;
        this.customers = customers;
        this.change = change;
        this.companies = companies;
        this.pages = pages;
    }

    @GetMapping("/customers/{id}")
    @Allow(resource = Resource.CUSTOMER, action = Action.VIEW)
    String show(
            @PathVariable CustomerId id,
            @RequestParam(name = ListWalk.PARAMETER, required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String show,
            CurrentUser user,
            Model model) {
        model.addAttribute("walk", ListWalk.read("/customers", list));
        model.addAttribute("card", cards.of(id, TimelinePage.kind(show), user));
        return "customers/card";
    }

    @GetMapping("/customers/{id}/edit")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String edit(@PathVariable CustomerId id, CurrentUser user, Model model) {
        var customer = customers.visible(id, user);
        user.require(Resource.CUSTOMER, Action.EDIT, customer.responsibleId());
        return pages.edit(model, customer, CustomerForm.of(customer), user);
    }

    @PostMapping("/customers/{id}/edit")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String update(
            @PathVariable CustomerId id, SentForm sent, CurrentUser user, Model model, RedirectAttributes redirect) {
        var form = sent.form();
        var stored = customers.visible(id, user);
        return sent.save(
                () -> {
                    var fields = CustomerForm.read(form, companies.current().region());
                    change.by(
                            user,
                            id,
                            form.version(),
                            now -> fields.withProperties(PropertyForms.over(now.properties(), form)));
                    redirect.addFlashAttribute("toast", pages.toast(user, "customers.toast.saved"));
                    return "redirect:/customers/" + id;
                },
                refused -> pages.edit(model, stored, refused, user),
                model,
                () -> pages.edit(model, stored, pages.conflict(user, form, stored, CustomerPages.ALL), user));
    }
}
