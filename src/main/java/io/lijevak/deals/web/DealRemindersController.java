package io.lijevak.deals.web;

import io.lijevak.deals.DealFilter;
import io.lijevak.deals.DealList;
import io.lijevak.deals.RemindOfDeals;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Toast;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
            @RequestParam MultiValueMap<String, String> input,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var form = Form.of(input);
        var link = link(input.toSingleValueMap());
        try {
            var reader = form.reader(ui.f().region());
            var due = reader.date("due");
            reader.check();
            var made = remind.of(DealFilter.of(link.parameters()), reader.text("note"), due, user);
            flash.addFlashAttribute("toast", Toast.of(ui.t("deals.remind.done", made)));
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return form(link, form.with(invalid.problems()), user, model);
        }
        return "redirect:" + link;
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
