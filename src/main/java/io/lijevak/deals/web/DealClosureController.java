package io.lijevak.deals.web;

import io.lijevak.deals.CloseDeal;
import io.lijevak.deals.Competitors;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.LossReasons;
import io.lijevak.deals.ReopenDeal;
import io.lijevak.deals.Seen;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A deal is lost, with its reason; and a closed one is taken up again. */
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

    @GetMapping("/deals/{id}/closure/lost")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, @RequestParam(defaultValue = "") String back, CurrentUser user, Model model) {
        var version = deals.requireOpen(id, user).version();
        return form(id, Form.of(Map.of("back", Back.or(back, "/deals/" + id), "version", version)), user, model);
    }

    @PostMapping("/deals/{id}/closure/lost")
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
                    close(id, form, user, ui);
                    flash.addFlashAttribute(
                            "toast", new Toast(ui.t("deals.closure.done.lost"), "/deals/" + id + "/reopening"));
                    return "redirect:" + Back.or(form.value("back"), "/deals/" + id);
                },
                refused -> form(id, refused, user, model));
    }

    @PostMapping("/deals/{id}/reopening")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String reopen(@PathVariable DealId id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        reopen.now(id, Seen.ANYTHING, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("deals.reopen.done")));
        return "redirect:/deals/" + id;
    }

    private void close(DealId id, Form form, CurrentUser user, Ui ui) {
        var reader = form.reader(ui.f().region());
        var version = reader.integer("version");
        var statement = new CloseDeal.LossStatement(
                reader.id("reason"), null, reader.text("competitor"), reader.text("note"), reader.date("winBack"));
        reader.check();
        close.lost(id, version == null ? Seen.ANYTHING : Seen.version(version), statement, user);
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        model.addAttribute("deal", deals.require(id, user));
        model.addAttribute("form", form);
        model.addAttribute("reasons", reasons.active());
        model.addAttribute("competitors", competitors.all());
        return "deals/lose";
    }
}
