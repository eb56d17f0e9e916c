package io.lijevak.operations.web;

import io.lijevak.operations.FirstRunSettings;
import io.lijevak.operations.Founding;
import io.lijevak.operations.Founding.Administrator;
import io.lijevak.operations.Founding.Beginning;
import io.lijevak.operations.Health;
import io.lijevak.operations.SetUpCompany;
import io.lijevak.platform.Companies;
import io.lijevak.platform.Company;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Open;
import io.lijevak.users.RegisterFirstAdministrator;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class FirstRunController {
    private final Companies companies;
    private final SetUpCompany setUp;
    private final FirstRunSettings settings;
    private final Health health;
    private final RegisterFirstAdministrator administrators;

    FirstRunController(
            Companies companies,
            SetUpCompany setUp,
            FirstRunSettings settings,
            Health health,
            RegisterFirstAdministrator administrators) {
        this.companies = companies;
        this.setUp = setUp;
        this.settings = settings;
        this.health = health;
        this.administrators = administrators;
    }

    @Open
    @GetMapping("/first-run")
    String show(@ModelAttribute("ui") Ui ui, Model model) {
        if (companies.find().isPresent()) {
            return "redirect:/";
        }
        var form = Form.of(Map.of(
                "company", settings.companyName().orElse(""),
                "country", settings.country(ui.language()),
                "currency", settings.currency(ui.language()),
                "timeZone", settings.timeZone(ui.language()),
                "beginning", "DEMO"));
        return page(form, ui, model);
    }

    @Open
    @PostMapping("/first-run")
    String setUp(SentForm sent, @ModelAttribute("ui") Ui ui, RedirectAttributes redirect, Model model) {
        if (companies.find().isPresent()) {
            return "redirect:/";
        }
        var form = sent.form();
        return sent.save(
                () -> {
                    var founding = read(form, ui);
                    setUp.with(founding);
                    redirect.addAttribute("email", founding.administrator().email());
                    if (founding.beginning() == Beginning.IMPORT) {
                        redirect.addAttribute("next", "/imports");
                    }
                    return "redirect:/sign-in";
                },
                refused -> page(refused, ui, model));
    }

    private String page(Form form, Ui ui, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("countries", FirstRunForm.countries(ui.locale()));
        model.addAttribute("currencies", FirstRunForm.currencies(ui.locale()));
        model.addAttribute("timeZones", FirstRunForm.timeZones());
        model.addAttribute("checks", health.atFirstRun());
        return "operations/firstRun";
    }

    private Founding read(Form form, Ui ui) {
        var reader = form.reader(ui.locale());
        var company = reader.required("company");
        var country = reader.required("country");
        var currency = reader.required("currency");
        var zone = reader.required("timeZone");
        var administrator =
                new Administrator(reader.required("name"), reader.required("email"), form.value("password"));
        var beginning = reader.choice("beginning", Beginning.class);
        administrators.problems(administrator.email(), administrator.password()).stream()
                .filter(problem -> reader.problems().stream()
                        .noneMatch(known -> known.field().equals(problem.field())))
                .forEach(reader::problem);
        offered(
                FirstRunForm.countries(ui.locale()).stream()
                        .anyMatch(o -> o.value().equals(country)),
                "country",
                reader);
        offered(
                FirstRunForm.currencies(ui.locale()).stream()
                        .anyMatch(o -> o.value().equals(currency)),
                "currency",
                reader);
        offered(ZoneId.getAvailableZoneIds().contains(zone), "timeZone", reader);
        reader.check();
        return new Founding(
                new Company(company, ui.language(), country, currency, ZoneId.of(zone)),
                administrator,
                Objects.requireNonNullElse(beginning, Beginning.EMPTY));
    }

    private static void offered(boolean isOffered, String field, io.lijevak.platform.web.FormReader reader) {
        if (!isOffered) {
            reader.problem(field, "platform.problem.choice");
        }
    }
}
