package io.lijevak.views.web;

import io.lijevak.platform.Changes;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import io.lijevak.users.Teams;
import io.lijevak.views.Dashboards;
import io.lijevak.views.KeepDashboards;
import io.lijevak.views.SavedViews;
import io.lijevak.views.ViewPages;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Dashboards: all of them, and each with its views. */
@Controller
@RequestMapping("/dashboards")
class DashboardController {
    private final Dashboards dashboards;
    private final KeepDashboards keep;
    private final Offered offered;
    private final Changes changes;

    /** What may stand on dashboards, and who may open them. */
    @Component
    record Offered(SavedViews views, ViewPages pages, Teams teams) {}

    DashboardController(Dashboards dashboards, KeepDashboards keep, Offered offered, Changes changes) {
        this.dashboards = dashboards;
        this.keep = keep;
        this.offered = offered;
        this.changes = changes;
    }

    @GetMapping
    @SignedIn
    String all(CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return all(Form.empty().otherwise("audience", "OWNER"), user, ui, model);
    }

    @PostMapping
    @SignedIn
    String make(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return sent.save(
                () -> "redirect:/dashboards/" + keep.make(ViewForm.draft(sent.form()), List.of(), user),
                refused -> all(refused, user, ui, model));
    }

    @GetMapping("/{id}")
    @SignedIn
    String show(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return page(id, Form.empty(), user, ui, model);
    }

    @PostMapping("/{id}/tiles")
    @SignedIn
    String add(@PathVariable long id, SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return sent.save(
                () -> {
                    var reader = sent.form().reader(ui.f().region());
                    var view = reader.id("view");
                    reader.check();
                    keep.add(id, Objects.requireNonNullElse(view, 0L), user);
                    return "redirect:/dashboards/" + id;
                },
                refused -> page(id, refused, user, ui, model));
    }

    @GetMapping("/{id}/edit")
    @SignedIn
    String edit(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return edit(id, DashboardPage.form(dashboards.require(id, user)), user, ui, model);
    }

    @PostMapping("/{id}")
    @SignedIn
    String change(
            @PathVariable long id,
            SentForm sent,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        return sent.save(
                () -> {
                    keep.change(id, sent.form().version(), ViewForm.draft(sent.form()), user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("views.dashboard.changed")));
                    return "redirect:/dashboards/" + id;
                },
                refused -> edit(id, refused, user, ui, model),
                model,
                () -> edit(id, DashboardPage.form(dashboards.require(id, user)), user, ui, model));
    }

    private String all(Form form, CurrentUser user, Ui ui, Model model) {
        model.addAttribute("dashboards", dashboards.all(user));
        model.addAttribute(
                "audiences", ViewFormPage.audiences(ui, offered.teams().all()));
        model.addAttribute("form", form);
        return "views/dashboards";
    }

    private String page(long id, Form form, CurrentUser user, Ui ui, Model model) {
        var dashboard = dashboards.require(id, user);
        model.addAttribute(
                "page",
                DashboardPage.of(dashboard, dashboards.tiles(dashboard, user), offered, user, changes.revision()));
        model.addAttribute("form", form);
        return "views/dashboard";
    }

    private String edit(long id, Form form, CurrentUser user, Ui ui, Model model) {
        model.addAttribute("dashboard", dashboards.require(id, user));
        model.addAttribute(
                "audiences", ViewFormPage.audiences(ui, offered.teams().all()));
        model.addAttribute("form", form);
        return "views/dashboardEdit";
    }
}
