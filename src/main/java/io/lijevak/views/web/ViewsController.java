package io.lijevak.views.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import io.lijevak.users.Teams;
import io.lijevak.views.KeepViews;
import io.lijevak.views.SavedViews;
import io.lijevak.views.ScheduleRules;
import io.lijevak.views.Schedules;
import io.lijevak.views.ViewPages;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The saved views of a person: all of them, those of one page, and each by itself. */
@Controller
@RequestMapping("/views")
class ViewsController {
    private final SavedViews views;
    private final KeepViews keep;
    private final ViewPages pages;
    private final Teams teams;
    private final Mailing mailing;

    /** What of the views is sent by mail. */
    @Component
    record Mailing(Schedules schedules, ScheduleRules rules) {}

    ViewsController(SavedViews views, KeepViews keep, ViewPages pages, Teams teams, Mailing mailing) {
        this.mailing = mailing;
        this.views = views;
        this.keep = keep;
        this.pages = pages;
        this.teams = teams;
    }

    @GetMapping
    @SignedIn
    String all(CurrentUser user, Model model) {
        model.addAttribute(
                "page",
                ViewListPage.of(
                        views.all(user),
                        pages,
                        mailing.rules(),
                        mailing.schedules().all(user),
                        user));
        return "views/list";
    }

    /** The menu of a page: its views, and what can be done with the one that is open. */
    @GetMapping("/menu")
    @SignedIn
    String menu(@RequestParam String at, @RequestParam(defaultValue = "0") long open, CurrentUser user, Model model) {
        var asked = ViewAddress.of(at);
        var page = pages.require(asked.page(), user);
        model.addAttribute(
                "menu",
                ViewMenu.of(page, asked, views.of(page.address(), user), open, pages.today(), user)
                        .sending(mailing.rules().maySend(page.address(), user)));
        return "views/menu";
    }

    /** Where the question of a page is saved. */
    @GetMapping("/new")
    @SignedIn
    String fresh(@RequestParam String at, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        var asked = ViewAddress.of(at);
        return fresh(asked, user, Form.empty(), ui, model);
    }

    @PostMapping
    @SignedIn
    String save(SentForm sent, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model, RedirectAttributes flash) {
        var form = sent.form();
        var asked = ViewAddress.of(form.value("at"));
        var page = pages.require(asked.page(), user);
        return sent.save(
                () -> {
                    var id = keep.save(
                            page.address(), asked.question(), ViewForm.days(form), ViewForm.draft(form), user);
                    return opened(id, user, "views.saved", ui, flash);
                },
                refused -> fresh(asked, user, refused, ui, model));
    }

    /** Leads to the page with the question of the view; what the reader may see of it the page decides. */
    @GetMapping("/{id}")
    @SignedIn
    String open(@PathVariable long id, CurrentUser user) {
        var view = views.require(id, user);
        pages.require(view.page(), user);
        return "redirect:" + ViewAddress.opening(view, pages.today());
    }

    @GetMapping("/{id}/edit")
    @SignedIn
    String edit(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, Model model) {
        return edit(id, ViewForm.of(views.require(id, user)), user, ui, model);
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
                    flash.addFlashAttribute("toast", Toast.of(ui.t("views.changed")));
                    return "redirect:/views";
                },
                refused -> edit(id, refused, user, ui, model),
                model,
                () -> edit(id, ViewForm.of(views.require(id, user)), user, ui, model));
    }

    /** Lets the view ask what its page asks now. */
    @PostMapping("/{id}/question")
    @SignedIn
    String overwrite(
            @PathVariable long id,
            @RequestParam String at,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            RedirectAttributes flash) {
        var view = views.require(id, user);
        keep.overwrite(id, view.version(), ViewAddress.of(at).question(), view.days(), user);
        return opened(id, user, "views.changed", ui, flash);
    }

    @PostMapping("/{id}/removal")
    @SignedIn
    String remove(@PathVariable long id, CurrentUser user, @ModelAttribute("ui") Ui ui, RedirectAttributes flash) {
        keep.remove(id, user);
        flash.addFlashAttribute("toast", Toast.of(ui.t("views.removed")));
        return "redirect:/views";
    }

    private String opened(long id, CurrentUser user, String text, Ui ui, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of(ui.t(text)));
        return "redirect:" + ViewAddress.opening(views.require(id, user), pages.today());
    }

    private String fresh(ViewAddress asked, CurrentUser user, Form form, Ui ui, Model model) {
        var page = pages.require(asked.page(), user);
        var period = pages.period(page, asked.question(), user);
        model.addAttribute("page", new ViewFormPage(ui, page, asked, period, teams.all()));
        model.addAttribute("form", form.otherwise("audience", "OWNER").otherwise("days", "MOVING"));
        return "views/new";
    }

    private String edit(long id, Form form, CurrentUser user, Ui ui, Model model) {
        var view = views.require(id, user);
        var page = pages.require(view.page(), user);
        var asked = new ViewAddress(view.page(), view.question(pages.today()));
        model.addAttribute("view", view);
        model.addAttribute("page", new ViewFormPage(ui, page, asked, null, teams.all()));
        model.addAttribute("form", form);
        return "views/edit";
    }
}
