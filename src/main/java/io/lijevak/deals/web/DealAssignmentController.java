package io.lijevak.deals.web;

import io.lijevak.deals.AssignDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.Seen;
import io.lijevak.deals.SwitchDeal;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealTypeId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who answers for a deal, and of which type it is: both changed on one page. */
@Controller
class DealAssignmentController {
    private final AssignDeal assign;
    private final SwitchDeal switchDeal;
    private final DealOverviews deals;
    private final AssignmentForms forms;

    DealAssignmentController(AssignDeal assign, SwitchDeal switchDeal, DealOverviews deals, AssignmentForms forms) {
        this.assign = assign;
        this.switchDeal = switchDeal;
        this.deals = deals;
        this.forms = forms;
    }

    @GetMapping("/deals/{id}/assignment")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        var responsible = deal.responsibleId();
        return form(
                id,
                Form.of(Map.of(
                        "responsible",
                        responsible == null ? "" : responsible,
                        "type",
                        deal.type().id(),
                        "all",
                        true)),
                user,
                model);
    }

    @PostMapping("/deals/{id}/assignment")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String change(
            @PathVariable DealId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var type = reader.id("type");
                    var responsible = reader.id("responsible");
                    reader.check();
                    if (type != null) {
                        switchDeal.to(new DealTypeId(type), null, id, Seen.ANYTHING, user);
                    }
                    assign.to(responsible, id, Seen.ANYTHING, form.has("all", "true"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
                    return "redirect:/deals/" + id;
                },
                refused -> form(id, refused, user, model));
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        model.addAllAttributes(forms.of(id, form, user));
        return "deals/assign";
    }
}
