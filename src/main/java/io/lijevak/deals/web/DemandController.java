package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.DemandLine;
import io.lijevak.deals.DemandLines;
import io.lijevak.deals.KeepDemand;
import io.lijevak.deals.PotentialFromDemand;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the customer of a deal asked for: a page of its own, and a card of the deal page. */
@Controller
@RequestMapping("/deals/{id}/demand")
class DemandController {
    private final DealOverviews deals;
    private final DemandLines lines;
    private final KeepDemand keep;
    private final PotentialFromDemand potential;
    private final DemandChoices choices;

    DemandController(
            DealOverviews deals,
            DemandLines lines,
            KeepDemand keep,
            PotentialFromDemand potential,
            DemandChoices choices) {
        this.deals = deals;
        this.lines = lines;
        this.keep = keep;
        this.potential = potential;
        this.choices = choices;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@PathVariable DealId id, CurrentUser user, Model model) {
        var deal = shown(id, user);
        return page(deal, Form.of(Map.of("currency", deal.value().currency())), user, model);
    }

    @PostMapping
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String add(
            @PathVariable DealId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    keep.add(id, fields(form, ui), user);
                    return saved(id, ui, flash);
                },
                refused -> page(shown(id, user), refused, user, model));
    }

    @GetMapping("/{line}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(@PathVariable DealId id, @PathVariable long line, CurrentUser user, Model model) {
        var deal = shown(id, user);
        user.require(Resource.DEAL, Action.EDIT, deal.responsibleId());
        return form(deal, line, choices.form(lines.require(id, line)), model);
    }

    @PostMapping("/{line}")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String change(
            @PathVariable DealId id,
            @PathVariable long line,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    keep.change(id, line, form.version(), fields(form, ui), user);
                    return saved(id, ui, flash);
                },
                refused -> form(shown(id, user), line, refused, model),
                () -> form(shown(id, user), line, choices.conflict(form, lines.require(id, line)), model));
    }

    @PostMapping("/{line}/removal")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String remove(
            @PathVariable DealId id,
            @PathVariable long line,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        keep.remove(id, line, user);
        return saved(id, ui, flash);
    }

    @PostMapping("/potential")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String fill(@PathVariable DealId id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        try {
            potential.fill(id, user);
        } catch (Conflict conflict) {
            flash.addFlashAttribute("toast", Toast.of(ui.t(conflict.messageKey())));
            return "redirect:/deals/" + id;
        }
        return saved(id, ui, flash);
    }

    private static DemandLine.Fields fields(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        var fields = new DemandLine.Fields(
                Optional.ofNullable(reader.text("wish")).orElse(""),
                reader.amount("amount"),
                Optional.ofNullable(reader.text("currency"))
                        .orElseGet(() -> ui.company().currency()),
                reader.integer("satisfied"),
                reader.id("reason"),
                reader.text("comment"));
        reader.check();
        return fields;
    }

    private DealOverview shown(DealId id, CurrentUser user) {
        var deal = deals.require(id, user);
        if (!lines.isRecordedAtAll()) {
            throw new RecordNotFound("demand", id);
        }
        return deal;
    }

    private static String saved(DealId id, Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
        return "redirect:/deals/" + id;
    }

    private String page(DealOverview deal, Form form, CurrentUser user, Model model) {
        var all = lines.of(deal.id());
        model.addAttribute("deal", deal);
        model.addAttribute("lines", all);
        model.addAttribute("expected", DemandLines.expected(all));
        model.addAttribute("editable", user.can(Resource.DEAL, Action.EDIT, deal.responsibleId()));
        model.addAttribute("currencies", choices.currencies());
        model.addAttribute("form", form);
        return "deals/demand";
    }

    private String form(DealOverview deal, long line, Form form, Model model) {
        model.addAttribute("deal", deal);
        model.addAttribute("line", line);
        model.addAttribute("currencies", choices.currencies());
        model.addAttribute("reasons", choices.reasons(form));
        model.addAttribute("form", form);
        return "deals/demandLine";
    }
}
