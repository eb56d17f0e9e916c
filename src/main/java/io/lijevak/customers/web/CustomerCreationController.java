package io.lijevak.customers.web;

import io.lijevak.customers.CreateCustomer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.customers.CustomerKind;
import io.lijevak.customers.SimilarCustomers;
import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Creates customers, after showing those that may be the same. */
@Controller
class CustomerCreationController {
    private final CreateCustomer create;
    private final SimilarCustomers similar;
    private final Companies companies;
    private final CustomerPages pages;

    CustomerCreationController(
            CreateCustomer create, SimilarCustomers similar, Companies companies, CustomerPages pages) {
        this.create = create;
        this.similar = similar;
        this.companies = companies;
        this.pages = pages;
    }

    @GetMapping("/customers/new")
    @Allow(resource = Resource.CUSTOMER, action = Action.CREATE)
    String form(@RequestParam(defaultValue = "") String name, CurrentUser user, Model model) {
        var values = Map.of("kind", CustomerKind.COMPANY.name(), "name", name, "responsibleId", user.id());
        return pages.create(model, Form.of(values), user);
    }

    @PostMapping("/customers")
    @Allow(resource = Resource.CUSTOMER, action = Action.CREATE)
    String create(
            SentForm sent, CurrentUser user, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var fields = CustomerForm.read(form, companies.current().region());
                    if (form.value("anyway").isEmpty() && found(fields, user, model)) {
                        response.setStatus(409);
                        return pages.create(model, form, user);
                    }
                    var created = create.from(fields, user);
                    redirect.addFlashAttribute("toast", pages.toast(user, "customers.toast.created"));
                    return "redirect:/customers/" + created.id();
                },
                refused -> pages.create(model, refused, user));
    }

    private boolean found(CustomerFields fields, CurrentUser user, Model model) {
        var candidates = similar.to(fields).stream()
                .map(candidate -> user.can(Resource.CUSTOMER, Action.VIEW, candidate.responsibleId())
                        ? candidate
                        : candidate.unnamed())
                .toList();
        model.addAttribute("candidates", candidates);
        return !candidates.isEmpty();
    }
}
