package io.lijevak.customers.web;

import io.lijevak.customers.ChangeCustomer;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.platform.web.TimelinePage;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
            @PathVariable CustomerId id,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var form = Form.of(input);
        var stored = customers.visible(id, user);
        try {
            var fields = CustomerForm.read(form, companies.current().region());
            change.by(user, id, Versions.of(form), current -> fields);
            redirect.addFlashAttribute("toast", pages.toast(user, "customers.toast.saved"));
            return "redirect:/customers/" + id;
        } catch (InvalidInput e) {
            response.setStatus(422);
            return pages.edit(model, stored, form.with(e.problems()), user);
        } catch (StaleVersion e) {
            response.setStatus(409);
            model.addAttribute("conflict", true);
            return pages.edit(model, stored, pages.conflict(user, form, stored, CustomerPages.ALL), user);
        }
    }
}
