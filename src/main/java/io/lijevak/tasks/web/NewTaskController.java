package io.lijevak.tasks.web;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.tasks.PlanTask;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** New tasks: from scratch, or from a deal or customer that the address names. */
@Controller
class NewTaskController {
    private final PlanTask plan;
    private final TaskForm forms;
    private final DealOverviews deals;
    private final Customers customers;

    NewTaskController(PlanTask plan, TaskForm forms, DealOverviews deals, Customers customers) {
        this.plan = plan;
        this.forms = forms;
        this.deals = deals;
        this.customers = customers;
    }

    @GetMapping("/tasks/new")
    @Allow(resource = Resource.TASK, action = Action.CREATE)
    String ask(@RequestParam MultiValueMap<String, String> parameters, CurrentUser user, Model model) {
        return form(Form.of(parameters), user, model);
    }

    @PostMapping("/tasks")
    @Allow(resource = Resource.TASK, action = Action.CREATE)
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var id = plan.from(forms.draft(form, ui.f().region(), user), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("tasks.created")));
                    return "redirect:" + Back.or(form.value("back"), "/tasks/" + id);
                },
                refused -> form(refused, user, model));
    }

    private String form(Form form, CurrentUser user, Model model) {
        var deal = form.value("deal");
        var customer = form.value("customer");
        var dealName = isId(deal) ? deals.require(DealId.valueOf(deal), user).title() : "";
        var customerName = isId(customer)
                ? customers
                        .visible(new CustomerId(Long.parseLong(customer)), user)
                        .name()
                : "";
        var back = Back.or(form.value("back"), "/tasks");
        model.addAttribute("page", new NewTaskPage(null, form, dealName, customerName, back));
        return "tasks/form";
    }

    private static boolean isId(String text) {
        return text.matches("\\d{1,18}");
    }
}
