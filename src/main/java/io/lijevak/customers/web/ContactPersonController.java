package io.lijevak.customers.web;

import io.lijevak.customers.ContactPeople;
import io.lijevak.customers.ContactPersonId;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.customers.KeepContactPerson;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contact persons of a customer. */
@Controller
@RequestMapping("/customers/{id}/people")
class ContactPersonController {
    private final Customers customers;
    private final ContactPeople people;
    private final KeepContactPerson keep;
    private final CustomerPages pages;

    ContactPersonController(Customers customers, ContactPeople people, KeepContactPerson keep, CustomerPages pages) {
        this.customers = customers;
        this.people = people;
        this.keep = keep;
        this.pages = pages;
    }

    @GetMapping("/new")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String form(@PathVariable CustomerId id, CurrentUser user, Model model) {
        return page(model, id, user, "/customers/" + id + "/people", Form.empty());
    }

    @PostMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String add(@PathVariable CustomerId id, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> {
                    keep.add(id, ContactForm.read(form), user);
                    return "redirect:/customers/" + id;
                },
                refused -> page(model, id, user, "/customers/" + id + "/people", refused));
    }

    @GetMapping("/{person}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String edit(@PathVariable CustomerId id, @PathVariable ContactPersonId person, CurrentUser user, Model model) {
        customers.visible(id, user);
        return page(model, id, user, href(id, person), ContactForm.of(people.require(id, person)));
    }

    @PostMapping("/{person}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String change(
            @PathVariable CustomerId id,
            @PathVariable ContactPersonId person,
            SentForm sent,
            CurrentUser user,
            Model model) {
        var form = sent.form();
        customers.visible(id, user);
        var stored = people.require(id, person);
        return sent.save(
                () -> {
                    keep.change(stored, Versions.of(form), ContactForm.read(form), user);
                    return "redirect:/customers/" + id;
                },
                refused -> page(model, id, user, href(id, person), refused),
                () -> page(model, id, user, href(id, person), ContactForm.conflict(form, stored)));
    }

    @PostMapping("/{person}/archive")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String archive(
            @PathVariable CustomerId id,
            @PathVariable ContactPersonId person,
            CurrentUser user,
            RedirectAttributes redirect) {
        keep.archive(id, person, user);
        redirect.addFlashAttribute(
                "toast", pages.toast(user, "customers.toast.removed", href(id, person) + "/restoration"));
        return "redirect:/customers/" + id;
    }

    @PostMapping("/{person}/restoration")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String restore(
            @PathVariable CustomerId id,
            @PathVariable ContactPersonId person,
            CurrentUser user,
            RedirectAttributes redirect) {
        keep.restore(id, person, user);
        redirect.addFlashAttribute("toast", pages.toast(user, "customers.toast.contactRestored"));
        return "redirect:/customers/" + id;
    }

    private String page(Model model, CustomerId id, CurrentUser user, String action, Form form) {
        var customer = customers.visible(id, user);
        user.require(Resource.CUSTOMER, Action.EDIT, customer.responsibleId());
        model.addAttribute("customer", customer);
        model.addAttribute("action", action);
        model.addAttribute("form", form);
        return "customers/contact";
    }

    private static String href(CustomerId id, ContactPersonId person) {
        return "/customers/" + id + "/people/" + person;
    }
}
