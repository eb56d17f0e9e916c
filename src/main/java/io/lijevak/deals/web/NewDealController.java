package io.lijevak.deals.web;

import io.lijevak.deals.BeginDeal;
import io.lijevak.deals.DealChoices;
import io.lijevak.deals.FirstStep;
import io.lijevak.deals.NewDeal;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** New deals: the form, also with what the address names already, and the quick form of the board. */
@Controller
class NewDealController {
    private final BeginDeal create;
    private final FormPages pages;
    private final DealChoices choices;

    NewDealController(BeginDeal create, FormPages pages, DealChoices choices) {
        this.create = create;
        this.pages = pages;
        this.choices = choices;
    }

    @GetMapping("/deals/new")
    @Allow(resource = Resource.DEAL, action = Action.CREATE)
    String ask(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        return form(pages.blank(parameters, user), user, model);
    }

    @PostMapping("/deals")
    @Allow(resource = Resource.DEAL, action = Action.CREATE)
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var step = new FirstStep.Told(form.value("nextTitle"), form.value("nextDue"));
                    var id = create.with(read(form, ui), step, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.created")));
                    return "redirect:" + Back.or(form.value("back"), "/deals/" + id);
                },
                refused -> form(refused, user, model));
    }

    private NewDeal read(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        var type = reader.id("type");
        if (type == null) {
            reader.problem("type", "deals.error.type.missing");
        }
        var stage = reader.id("stage");
        var responsible = reader.id("responsible");
        var terms = DealForm.terms(form, reader, pages.ownCurrency());
        if (terms.title().isEmpty()) {
            reader.problem("title", "deals.error.title.missing");
        }
        reader.check();
        return new NewDeal(
                new DealTypeId(type == null ? 0 : type), stage == null ? null : new StageId(stage), responsible, terms);
    }

    private String form(Form form, CurrentUser user, Model model) {
        var id = form.value("customer");
        var name = id.matches("\\d{1,18}") ? choices.customerName(Long.parseLong(id), user) : "";
        model.addAttribute("page", pages.page(null, form, name, user));
        return "deals/form";
    }
}
