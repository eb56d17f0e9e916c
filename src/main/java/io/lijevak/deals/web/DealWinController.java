package io.lijevak.deals.web;

import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.Seen;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A deal is won: with its final amount, and with what its stage still demands. */
@Controller
class DealWinController {
    private final CloseDeal close;
    private final DealOverviews deals;
    private final DealDemands demands;

    DealWinController(CloseDeal close, DealOverviews deals, DealDemands demands) {
        this.close = close;
        this.deals = deals;
        this.demands = demands;
    }

    @GetMapping("/deals/{id}/closure/won")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, @RequestParam(defaultValue = "") String back, CurrentUser user, Model model) {
        var deal = deals.requireOpen(id, user);
        var values = new HashMap<String, Object>();
        values.put("back", Back.or(back, "/deals/" + id));
        values.put("version", deal.version());
        if (deal.value().amount() != null) {
            values.put("amount", deal.value().amount().value());
        }
        return form(id, Form.of(values), user, model);
    }

    @PostMapping("/deals/{id}/closure/won")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String create(
            @PathVariable DealId id,
            @RequestParam MultiValueMap<String, String> input,
            HttpServletRequest request,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var unkept = demands.keepFiles(id, input, request, user);
        var form = Form.of(input);
        return SentForm.of(form, response)
                .save(
                        () -> {
                            if (!unkept.isEmpty()) {
                                throw new InvalidInput(unkept);
                            }
                            var reader = form.reader(ui.f().region());
                            var version = reader.integer("version");
                            var amount = reader.amount("amount");
                            reader.check();
                            var seen = version == null ? Seen.ANYTHING : Seen.version(version);
                            var win =
                                    new CloseDeal.WinStatement(amount, reader.text("note"), DealDemands.answers(input));
                            close.won(id, seen, win, user);
                            flash.addFlashAttribute(
                                    "toast", new Toast(ui.t("deals.closure.done.won"), "/deals/" + id + "/reopening"));
                            return "redirect:" + Back.or(form.value("back"), "/deals/" + id);
                        },
                        refused -> form(id, refused, user, model));
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        model.addAttribute("deal", deal);
        model.addAttribute("form", form);
        model.addAttribute("gaps", demands.of(deal, user));
        return "deals/win";
    }
}
