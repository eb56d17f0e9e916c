package io.lijevak.customers.web;

import io.lijevak.customers.ContactPeople;
import io.lijevak.customers.ContactPerson;
import io.lijevak.customers.ContactPersonId;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.customers.KeepContactPerson;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.RecordKind;
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
    private final PropertyForms properties;

    ContactPersonController(
            Customers customers,
            ContactPeople people,
            KeepContactPerson keep,
            CustomerPages pages,
            PropertyForms properties) {
        this.customers = customers;
        this.people = people;
        this.keep = keep;
        this.pages = pages;
        this.properties = properties;
    }

    @GetMapping("/new")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String form(@PathVariable CustomerId id, CurrentUser user, Model model) {
        return page(model, id, user, null, Form.empty());
    }

    @PostMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String add(@PathVariable CustomerId id, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> {
                    keep.add(id, ContactForm.read(form, PropertyValues.NONE), user);
                    return "redirect:/customers/" + id;
                },
                refused -> page(model, id, user, null, refused));
    }

    @GetMapping("/{person}")
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String edit(@PathVariable CustomerId id, @PathVariable ContactPersonId person, CurrentUser user, Model model) {
        customers.visible(id, user);
        var stored = people.require(id, person);
        return page(model, id, user, stored, ContactForm.of(stored));
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
                    keep.change(stored, form.version(), ContactForm.read(form, stored.properties()), user);
                    return "redirect:/customers/" + id;
                },
                refused -> page(model, id, user, stored, refused),
                () -> page(model, id, user, stored, conflict(form, stored, user)));
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

    private Form conflict(Form typed, ContactPerson stored, CurrentUser user) {
        var theirs = properties.differing(RecordKind.CONTACT, typed, stored.properties(), user).stream()
                .map(line -> new FieldProblem(line.field(), "customers.problem.conflict", line.text()))
                .toList();
        return ContactForm.conflict(typed, stored).with(theirs);
    }

    private String page(Model model, CustomerId id, CurrentUser user, @Nullable ContactPerson person, Form form) {
        var customer = customers.visible(id, user);
        user.require(Resource.CUSTOMER, Action.EDIT, customer.responsibleId());
        model.addAttribute("customer", customer);
        model.addAttribute("action", person == null ? "/customers/" + id + "/people" : href(id, person.id()));
        var stored = person == null ? PropertyValues.NONE : person.properties();
        model.addAttribute("inputs", properties.inputs(RecordKind.CONTACT, stored, user));
        model.addAttribute("form", form);
        return "customers/contact";
    }

    private static String href(CustomerId id, ContactPersonId person) {
        return "/customers/" + id + "/people/" + person;
    }
}
