package io.lijevak.funnel.web;

import io.lijevak.funnel.Formulas;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.funnel.NamedFormula.Format;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The formulas of the matrix: all of them, and each by itself. */
@Controller
@RequestMapping("/funnel/formulas")
class FormulasController {
    private final Formulas formulas;

    FormulasController(Formulas formulas) {
        this.formulas = formulas;
    }

    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String list(@ModelAttribute("ui") Ui ui, Model model) {
        return list(Form.of(Map.of("format", Format.NUMBER)), ui, model);
    }

    @PostMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String add(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        return sent.save(
                () -> {
                    var made = formulas.add(draft(sent.form(), ui), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("funnel.formula.saved")));
                    return "redirect:/funnel/matrix?measures=" + made.key();
                },
                refused -> list(refused, ui, model));
    }

    @GetMapping("/{id}")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        var formula = formulas.require(id);
        return formula(formula, form(formula), user, ui, model);
    }

    @PostMapping("/{id}")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String change(
            @PathVariable long id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    formulas.change(id, form.version(), draft(form, ui), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("funnel.formula.saved")));
                    return "redirect:/funnel/formulas";
                },
                refused -> formula(formulas.require(id), refused, user, ui, model),
                model,
                () -> {
                    var stored = formulas.require(id);
                    return formula(stored, form(stored), user, ui, model);
                });
    }

    @PostMapping("/{id}/retirement")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String retire(@PathVariable long id, @RequestParam boolean retired, CurrentUser user) {
        formulas.retire(id, retired, user);
        return "redirect:/funnel/formulas";
    }

    private String list(Form form, Ui ui, Model model) {
        model.addAttribute("formulas", formulas.all());
        model.addAttribute("page", new FormulaPage(ui, form));
        return "funnel/formulas";
    }

    private static String formula(NamedFormula formula, Form form, CurrentUser user, Ui ui, Model model) {
        model.addAttribute("formula", formula);
        model.addAttribute("changeable", Formulas.mayChange(formula, user));
        model.addAttribute("page", new FormulaPage(ui, form));
        return "funnel/formula";
    }

    private static Form form(NamedFormula formula) {
        return Form.of(Map.of(
                "name",
                formula.name(),
                "text",
                formula.formula().text(),
                "format",
                formula.format(),
                "version",
                formula.version()));
    }

    private static Formulas.Draft draft(Form form, Ui ui) {
        var format = form.reader(ui.f().region()).choice("format", Format.class);
        return new Formulas.Draft(
                form.value("name"), form.value("text"), Objects.requireNonNullElse(format, Format.NUMBER));
    }
}
