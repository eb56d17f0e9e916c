package io.lijevak.deals.web;

import io.lijevak.deals.ChangeDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.LineItems;
import io.lijevak.deals.StoredTerms;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.PropertyForms;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The terms of a deal and their form; who changes a stale version sees both theirs and what stands now. */
@Controller
class DealController {
    private final ChangeDeal change;
    private final DealOverviews deals;
    private final StoredTerms stored;
    private final LineItems items;
    private final FormPages pages;

    DealController(ChangeDeal change, DealOverviews deals, StoredTerms stored, LineItems items, FormPages pages) {
        this.change = change;
        this.deals = deals;
        this.stored = stored;
        this.items = items;
        this.pages = pages;
    }

    @GetMapping("/deals/{id}/edit")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String ask(
            @PathVariable DealId id, @RequestParam MultiValueMap<String, String> typed, CurrentUser user, Model model) {
        var deal = deals.require(id, user);
        user.require(Resource.DEAL, Action.EDIT, deal.responsibleId());
        var terms = stored.of(id).orElseThrow();
        var form = typed.containsKey("version") ? Form.of(typed) : DealForm.of(terms, items.of(id), deal.version());
        return form(id, form, user, model);
    }

    @PostMapping("/deals/{id}")
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
                    var terms = DealForm.terms(form, reader, pages.ownCurrency());
                    reader.check();
                    var values = PropertyForms.over(stored.of(id).orElseThrow().values(), form);
                    change.to(terms.with(values), id, form.version(), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
                    return "redirect:/deals/" + id;
                },
                refused -> form(id, refused, user, model),
                () -> conflict(id, form, ui, user, model));
    }

    private String conflict(DealId id, Form mine, Ui ui, CurrentUser user, Model model) {
        var now = deals.require(id, user);
        model.addAttribute(
                "theirs",
                Differences.between(
                        mine,
                        DealForm.of(stored.of(id).orElseThrow(), items.of(id), now.version()),
                        pages.differing(id, mine, user),
                        ui));
        model.addAttribute("version", now.version());
        return form(id, mine, user, model);
    }

    private String form(DealId id, Form form, CurrentUser user, Model model) {
        var customer = deals.require(id, user).parties().customer();
        model.addAttribute("page", pages.page(id, form, customer == null ? "" : customer.name(), user));
        return "deals/form";
    }
}
