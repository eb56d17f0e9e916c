package io.lijevak.deals.web;

import io.lijevak.deals.Closings;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.DealResults;
import io.lijevak.deals.RecordResults;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The results of a closed deal, asked once. */
@Controller
@RequestMapping("/deals/{id}/results")
class DealResultsController {
    private final RecordResults record;
    private final Closings closings;
    private final DealOverviews deals;

    DealResultsController(RecordResults record, Closings closings, DealOverviews deals) {
        this.record = record;
        this.closings = closings;
        this.deals = deals;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        user.require(Resource.DEAL, Action.EDIT, deal.responsibleId());
        if (deal.isOpen()) {
            throw new Conflict("deals.error.open");
        }
        if (closings.of(id).filter(DealResults.Closed::isFinished).isPresent()) {
            throw new Conflict("deals.error.results.recorded");
        }
        return form(id, Form.empty(), user, model);
    }

    @PostMapping
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
                    record.of(id, results(form, ui), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.results.done")));
                    return "redirect:/deals/" + id;
                },
                refused -> form(id, refused, user, model));
    }

    private static DealResults results(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        var results = new DealResults(
                reader.text("learnt"),
                reader.integer("satisfaction"),
                reader.integer("demandPercent"),
                reader.text("demandReason"),
                reader.date("nextNeed"));
        reader.check();
        return results;
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        model.addAttribute("deal", deals.require(id, user));
        model.addAttribute("form", form);
        model.addAttribute("demand", record.asksForDemand(id));
        return "deals/results";
    }
}
