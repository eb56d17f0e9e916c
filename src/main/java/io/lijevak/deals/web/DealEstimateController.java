package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.EstimateDeal;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rep's own estimate of a deal, on a page of its own. */
@Controller
class DealEstimateController {
    private final EstimateDeal estimate;
    private final DealOverviews deals;

    DealEstimateController(EstimateDeal estimate, DealOverviews deals) {
        this.estimate = estimate;
        this.deals = deals;
    }

    @GetMapping("/deals/{id}/estimate")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, CurrentUser user, Model model) {
        var values = new HashMap<String, Object>();
        var percent = deals.requireOpen(id, user).value().ownEstimate();
        if (percent != null) {
            values.put("ownEstimate", percent);
        }
        return form(id, Form.of(values), user, model);
    }

    @PostMapping("/deals/{id}/estimate")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String keep(
            @PathVariable DealId id,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = Form.of(input);
        try {
            var reader = form.reader(ui.f().region());
            var percent = reader.integer("ownEstimate");
            reader.check();
            estimate.at(percent, id, user);
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return form(id, form.with(invalid.problems()), user, model);
        }
        flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
        return "redirect:/deals/" + id;
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        model.addAllAttributes(Map.of("deal", deals.requireOpen(id, user), "form", form));
        return "deals/estimate";
    }
}
