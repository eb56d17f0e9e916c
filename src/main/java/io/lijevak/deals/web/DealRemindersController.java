package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.deals.RemindOfDeals;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.SentForm;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
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

/** Tasks for all deals of a list, whose filter stands in the address. */
@Controller
class DealRemindersController {
    private final RemindOfDeals remind;
    private final DealList list;

    DealRemindersController(RemindOfDeals remind, DealList list) {
        this.remind = remind;
        this.list = list;
    }

    @GetMapping("/deals/reminders/new")
    @Allow(resource = Resource.TASK, action = Action.CREATE)
    String ask(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        return form(link(parameters), Form.empty(), user, model);
    }

    @PostMapping("/deals/reminders")
    @Allow(resource = Resource.TASK, action = Action.CREATE)
    String create(
            SentForm sent,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            RedirectAttributes flash) {
        var link = link(parameters);
        return sent.save(
                () -> {
                    var reader = sent.form().reader(ui.f().region());
                    var due = reader.date("due");
                    reader.check();
                    var made = remind.of(DealFilter.of(link.parameters()), reader.text("note"), due, user);
                    flash.addFlashAttribute("toast", Toast.of(ui.t("deals.remind.done", made)));
                    return "redirect:" + link;
                },
                refused -> form(link, refused, user, model));
    }

    private static PageLink link(Map<String, String> parameters) {
        return new PageLink("/deals", parameters).without("note", "due", "_csrf", "next", "from");
    }

    private String form(PageLink link, Form form, CurrentUser user, Model model) {
        model.addAttribute("link", link);
        model.addAttribute("totals", list.totals(DealFilter.of(link.parameters()), user));
        model.addAttribute("form", form);
        return "deals/remind";
    }
}
