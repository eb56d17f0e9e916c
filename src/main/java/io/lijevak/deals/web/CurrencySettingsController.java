package io.lijevak.deals.web;

import io.lijevak.deals.CurrencyRates;
import io.lijevak.deals.SetCurrencyRate;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings of currencies: the rates on record, and a new one. */
@Controller
class CurrencySettingsController {
    private final CurrencyRates rates;
    private final SetCurrencyRate set;
    private final DealParts parts;

    CurrencySettingsController(CurrencyRates rates, SetCurrencyRate set, DealParts parts) {
        this.rates = rates;
        this.set = set;
        this.parts = parts;
    }

    @GetMapping("/settings/currencies")
    @Allow(resource = Resource.SYSTEM, action = Action.VIEW)
    String list(Model model) {
        return list(Form.of(java.util.Map.of("validFrom", parts.today())), model);
    }

    @PostMapping("/settings/currencies")
    @Allow(resource = Resource.SYSTEM, action = Action.EDIT)
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    var reader = form.reader(ui.f().region());
                    var rate = reader.decimal("rate");
                    var day = reader.date("validFrom");
                    reader.check();
                    set.from(day, form.value("currency"), rate, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.form.saved")));
                    return "redirect:/settings/currencies";
                },
                refused -> list(refused, model));
    }

    private String list(Form form, Model model) {
        model.addAttribute("rates", rates.all());
        model.addAttribute("form", form);
        return "deals/currencies";
    }
}
