package io.lijevak.worktime.web;

import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import io.lijevak.worktime.Absence;
import io.lijevak.worktime.Absences;
import io.lijevak.worktime.RecordAbsence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Absences: one's own, and those of the people one answers for. */
@Controller
class AbsenceController {
    private static final String LIST = "redirect:/absences";
    private final Absences absences;
    private final RecordAbsence write;
    private final Companies companies;
    private final Clock clock;

    AbsenceController(Absences absences, RecordAbsence write, Companies companies, Clock clock) {
        this.absences = absences;
        this.write = write;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping("/absences")
    @SignedIn
    String list(CurrentUser user, Model model) {
        return page(null, Form.empty(), user, model);
    }

    @GetMapping("/absences/{id}")
    @SignedIn
    String ask(@PathVariable long id, CurrentUser user, Model model) {
        var absence = absences.require(id, user);
        var values = new HashMap<String, @Nullable Object>();
        values.put("firstDay", absence.firstDay());
        values.put("lastDay", absence.lastDay());
        values.put("kind", absence.kind());
        values.put("substitute", absence.substitute());
        values.put("substitute__text", absence.substituteName());
        values.put("note", absence.note());
        values.put("version", absence.version());
        return page(absence, Form.of(values), user, model);
    }

    @PostMapping("/absences")
    @SignedIn
    String create(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        return sent.save(
                () -> {
                    write.add(draft(form, ui), user);
                    return done("worktime.absence.saved", ui, flash);
                },
                refused -> page(null, refused, user, model));
    }

    @PostMapping("/absences/{id}")
    @SignedIn
    String change(
            @PathVariable long id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var absence = absences.require(id, user);
        var form = sent.form();
        return sent.save(
                () -> {
                    write.change(id, form.version(), draft(form, ui), user);
                    return done("worktime.absence.saved", ui, flash);
                },
                refused -> page(absence, refused, user, model));
    }

    @PostMapping("/absences/{id}/removal")
    @SignedIn
    String remove(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        write.remove(id, user);
        return done("worktime.absence.removed", ui, flash);
    }

    private static RecordAbsence.Draft draft(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        var draft = new RecordAbsence.Draft(
                reader.id("person"),
                reader.date("firstDay"),
                reader.date("lastDay"),
                reader.choice("kind", Absence.Kind.class),
                reader.id("substitute"),
                reader.text("note"));
        if (draft.substitute() == null && !form.value("substitute__text").isBlank()) {
            reader.problem("substitute", "worktime.error.absence.choose");
        }
        reader.check();
        return draft;
    }

    private static String done(String key, Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t(key)));
        return LIST;
    }

    private String page(@Nullable Absence edited, Form form, CurrentUser user, Model model) {
        LocalDate today = companies.current().today(clock);
        model.addAttribute("page", new AbsencePage(edited, form, absences.from(today.minusDays(7), user), today, user));
        return "worktime/absences";
    }
}
