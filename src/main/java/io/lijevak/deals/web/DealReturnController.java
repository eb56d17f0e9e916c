package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.ReturnDeal;
import io.lijevak.deals.Seen;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending a deal that its process leads back to an earlier stage. */
@Controller
class DealReturnController {
    private final ReturnDeal send;
    private final DealOverviews deals;
    private final DealTypes types;

    DealReturnController(ReturnDeal send, DealOverviews deals, DealTypes types) {
        this.send = send;
        this.deals = deals;
        this.types = types;
    }

    @GetMapping("/deals/{id}/return")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, CurrentUser user, Model model) {
        return form(id, Form.empty(), user, model);
    }

    @PostMapping("/deals/{id}/return")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String create(
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
                    var stage = reader.id("stage");
                    reader.check();
                    send.to(new StageId(stage == null ? 0 : stage), id, Seen.ANYTHING, form.value("reason"), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.return.done")));
                    return "redirect:/deals/" + id;
                },
                refused -> form(id, refused, user, model));
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        model.addAttribute("deal", deal);
        model.addAttribute("form", form);
        model.addAttribute("stages", earlier(deal));
        return "deals/return";
    }

    private List<Option> earlier(DealOverview deal) {
        var type = types.require(new DealTypeId(deal.type().id()), deal.stepsVersion());
        var here = deal.stage() == null
                ? 0
                : Math.max(0, type.indexOf(new StageId(deal.stage().id())));
        return type.steps().subList(0, here).reversed().stream()
                .map(step -> Option.of(step.stage(), step.name()))
                .toList();
    }
}
