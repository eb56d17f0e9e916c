package io.lijevak.customers.web;

import io.lijevak.customers.ChangeCustomer;
import io.lijevak.customers.Customer;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.platform.web.Form;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
            @PathVariable CustomerId id,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        var part = CardField.of(field);
        var form = Form.of(input);
        var stored = customers.visible(id, user);
        try {
            change.by(
                    user,
                    id,
                    Versions.of(form),
                    now -> CustomerForm.read(
                            CustomerForm.over(now, form, part.parts()),
                            companies.current().region()));
            return "redirect:/customers/" + id;
        } catch (InvalidInput e) {
            response.setStatus(422);
            return page(model, stored, part, form.with(e.problems()));
        } catch (StaleVersion e) {
            response.setStatus(409);
            model.addAttribute("conflict", true);
            return page(model, stored, part, pages.conflict(user, form, stored, part.parts()));
        }
    }

    private String page(Model model, Customer customer, CardField field, Form form) {
        model.addAttribute("customer", customer);
        model.addAttribute("field", field);
        return pages.form(model, form, "customers/field");
    }
}
