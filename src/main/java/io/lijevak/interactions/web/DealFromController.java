package io.lijevak.interactions.web;

import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealTerms;
import io.lijevak.deals.NewDeal;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionId;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.OpenDealFromInteraction;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealTypeId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A deal that begins with an interaction: customer, contact, source and subject are taken over. */
@Controller
@RequestMapping("/interactions/{id}/deal")
class DealFromController {
    private final Interactions interactions;
    private final OpenDealFromInteraction open;
    private final DealBeginnings beginnings;
    private final DealChoices choices;

    DealFromController(
            Interactions interactions, OpenDealFromInteraction open, DealBeginnings beginnings, DealChoices choices) {
        this.interactions = interactions;
        this.open = open;
        this.beginnings = beginnings;
        this.choices = choices;
    }

    @GetMapping
    @Allow(resource = Resource.DEAL, action = Action.CREATE)
    String ask(@PathVariable InteractionId id, CurrentUser user, Model model) {
        var one = interactions.require(id, user);
        return form(one, beginnings.of(one, user), user, model);
    }

    @PostMapping
    @Allow(resource = Resource.DEAL, action = Action.CREATE)
    String open(
            @PathVariable InteractionId id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        var one = interactions.require(id, user);
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var wanted = deal(one, form, reader, user);
                    var next = next(reader, user);
                    reader.check();
                    var deal = open.as(wanted, next, id, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("interactions.deal.opened")));
                    return "redirect:/deals/" + deal;
                },
                refused -> form(one, refused, user, model));
    }

    private NewDeal deal(Interaction one, Form form, FormReader reader, CurrentUser user) {
        var type = reader.id("type");
        if (type == null) {
            reader.problem("type", "platform.problem.required");
        }
        var amount = reader.amount("amount");
        var product = reader.id("product");
        var lines = product == null ? List.<DealTerms.Line>of() : beginnings.line(product, amount, reader);
        var terms = new DealTerms(
                reader.required("title"),
                one.fields().circle().customer(),
                reader.id("contact"),
                reader.id("source"),
                reader.date("expectedClose"),
                lines.isEmpty() ? amount : null,
                beginnings.currency(form.value("currency")),
                null,
                lines);
        return new NewDeal(new DealTypeId(type == null ? 0 : type), null, user.id(), terms);
    }

    private static OpenDealFromInteraction.@Nullable Next next(FormReader reader, CurrentUser user) {
        var kind = reader.choice("nextKind", InteractionKind.class);
        if (kind == null) {
            return null;
        }
        var at = reader.dateTime("at");
        if (at == null) {
            reader.problem("at", "platform.problem.required");
            return null;
        }
        var subject = Optional.ofNullable(reader.text("nextSubject")).orElse("");
        return new OpenDealFromInteraction.Next(kind, at.atZone(user.timeZone()).toInstant(), subject);
    }

    private String form(Interaction one, Form form, CurrentUser user, Model model) {
        model.addAttribute("one", one);
        model.addAttribute("form", form);
        model.addAttribute("choices", choices.all(user));
        model.addAttribute("types", beginnings.types());
        model.addAttribute("currencies", beginnings.currencies());
        return "interactions/deal";
    }
}
