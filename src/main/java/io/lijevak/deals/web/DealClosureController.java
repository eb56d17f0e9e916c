package io.lijevak.deals.web;

import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.Competitors;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.LossReasons;
import io.lijevak.deals.ReopenDeal;
import io.lijevak.deals.Seen;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The closure of a deal: won, lost, and taken up again. */
@Controller
class DealClosureController {
    private final CloseDeal close;
    private final ReopenDeal reopen;
    private final DealOverviews deals;
    private final LossReasons reasons;
    private final Competitors competitors;

    DealClosureController(
            CloseDeal close, ReopenDeal reopen, DealOverviews deals, LossReasons reasons, Competitors competitors) {
        this.close = close;
        this.reopen = reopen;
        this.deals = deals;
        this.reasons = reasons;
        this.competitors = competitors;
    }

    @GetMapping("/deals/{id}/closure/{outcome:won|lost}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(
            @PathVariable DealId id,
            @PathVariable String outcome,
            @RequestParam(defaultValue = "") String back,
            CurrentUser user,
            Model model) {
        var deal = deals.require(id, user);
        var values = new HashMap<String, Object>();
        values.put("back", Back.or(back, "/deals/" + id));
        values.put("version", deal.version());
        if (deal.value().amount() != null) {
            values.put("amount", deal.value().amount().value());
        }
        return form(id, outcome, Form.of(values), user, model);
    }

    @PostMapping("/deals/{id}/closure/{outcome:won|lost}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String create(
            @PathVariable DealId id,
            @PathVariable String outcome,
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = Form.of(input);
        try {
            close(id, outcome, form, user, ui);
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return form(id, outcome, form.with(invalid.problems()), user, model);
        }
        flash.addFlashAttribute(
                "toast", new Toast(ui.t("deals.closure.done." + outcome), "/deals/" + id + "/reopening"));
        return "redirect:" + Back.or(form.value("back"), "/deals/" + id);
    }

    @PostMapping("/deals/{id}/reopening")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String reopen(@PathVariable DealId id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        reopen.now(id, Seen.ANYTHING, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("deals.reopen.done")));
        return "redirect:/deals/" + id;
    }

    private void close(DealId id, String outcome, Form form, CurrentUser user, Ui ui) {
        var reader = form.reader(ui.f().region());
        var version = reader.integer("version");
        var seen = version == null ? Seen.ANYTHING : Seen.version(version);
        if (outcome.equals("won")) {
            var amount = reader.amount("amount");
            reader.check();
            close.won(id, seen, amount, reader.text("note"), user);
        } else {
            var statement = new CloseDeal.LossStatement(
                    reader.id("reason"), null, reader.text("competitor"), reader.text("note"), reader.date("winBack"));
            reader.check();
            close.lost(id, seen, statement, user);
        }
    }

    private String form(DealId id, String outcome, Form form, CurrentUser user, Model model) {
        model.addAttribute("deal", deals.require(id, user));
        model.addAttribute("form", form);
        model.addAttribute("reasons", outcome.equals("lost") ? reasons.active() : java.util.List.of());
        model.addAttribute("competitors", outcome.equals("lost") ? competitors.all() : java.util.List.of());
        return outcome.equals("won") ? "deals/win" : "deals/lose";
    }
}
