package io.lijevak.deals.web;

import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.HandleRisk;
import io.lijevak.deals.RiskSignal.Handling;
import io.lijevak.deals.RiskSignals;
import io.lijevak.deals.Rivals;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The warnings on a deal: their card, and acting on them. */
@Controller
@RequestMapping("/deals/{id}")
class DealRiskController {
    private final DealOverviews deals;
    private final RiskSignals signals;
    private final Rivals rivals;
    private final HandleRisk handle;
    private final DealChoices choices;

    DealRiskController(
            DealOverviews deals, RiskSignals signals, Rivals rivals, HandleRisk handle, DealChoices choices) {
        this.deals = deals;
        this.signals = signals;
        this.rivals = rivals;
        this.handle = handle;
        this.choices = choices;
    }

    @GetMapping("/risks")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String card(@PathVariable DealId id, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        model.addAttribute("deal", deal);
        model.addAttribute("signals", signals.of(id));
        model.addAttribute("rivals", rivals.of(id));
        model.addAttribute("editable", deal.isOpen() && user.can(Resource.DEAL, Action.EDIT, deal.responsibleId()));
        return "deals/risks";
    }

    @GetMapping("/risks/handling")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, @RequestParam(defaultValue = "") String back, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        user.require(Resource.DEAL, Action.EDIT, deal.responsibleId());
        return form(id, Form.of(Map.of("back", Back.or(back, "/worklist"), "all", true)), user, model);
    }

    @PostMapping("/risks/handling")
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
                    handle.of(id, act(form, ui), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.worklist.acted")));
                    return "redirect:" + Back.or(form.value("back"), "/worklist");
                },
                refused -> form(id, refused, user, model));
    }

    @PostMapping("/rivals")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String nameRival(
            @PathVariable DealId id,
            @RequestParam(defaultValue = "") String competitor,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        try {
            rivals.name(id, competitor, user);
        } catch (InvalidInput invalid) {
            flash.addFlashAttribute(
                    "refusal",
                    new BoardPage.Refusal(id.value(), ui.t(invalid.problems().getFirst())));
        }
        return "redirect:/deals/" + id;
    }

    @PostMapping("/rivals/{competitor}/removal")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String removeRival(@PathVariable DealId id, @PathVariable long competitor, CurrentUser user) {
        rivals.remove(id, competitor, user);
        return "redirect:/deals/" + id;
    }

    private static HandleRisk.Act act(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        var act = new HandleRisk.Act(
                reader.choice("how", Handling.class),
                reader.text("note"),
                reader.id("person"),
                reader.date("due"),
                form.has("all", "true"));
        reader.check();
        return act;
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        model.addAttribute("deal", deals.require(id, user));
        model.addAttribute(
                "signals",
                signals.of(id).stream()
                        .filter(signal -> signal.handled() == null)
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("tasks", handle.makesTasks());
        model.addAttribute(
                "people",
                choices.all(user).of("person").stream()
                        .map(person -> Option.of(person.id(), person.name()))
                        .toList());
        return "deals/riskForm";
    }
}
