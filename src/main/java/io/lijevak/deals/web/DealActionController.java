package io.lijevak.deals.web;

import io.lijevak.deals.ActOnDeals;
import io.lijevak.deals.CheckDealAction;
import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.What;
import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealFilter;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.SentForm;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tasks for all deals of a list, or another responsible person: the filter of the list stands in the address. */
@Controller
class DealActionController {
    private final ActOnDeals act;
    private final CheckDealAction check;
    private final DealChoices choices;

    DealActionController(ActOnDeals act, CheckDealAction check, DealChoices choices) {
        this.act = act;
        this.check = check;
        this.choices = choices;
    }

    @GetMapping("/deals/reminders/new")
    @Allow(resource = Resource.TASK, action = Action.CREATE)
    String askTasks(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        return form(Kind.TASK, link(parameters), Form.empty(), user, model);
    }

    @PostMapping("/deals/reminders")
    @Allow(resource = Resource.TASK, action = Action.CREATE)
    String makeTasks(
            SentForm sent,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model) {
        var link = link(parameters);
        return sent.save(
                () -> {
                    var reader = sent.form().reader(ui.f().region());
                    var due = reader.date("due");
                    reader.check();
                    return begun(new What(Kind.TASK, reader.text("note"), due, null, false), link, user);
                },
                refused -> form(Kind.TASK, link, refused, user, model));
    }

    @GetMapping("/deals/handover/new")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String askHandover(@RequestParam Map<String, String> parameters, CurrentUser user, Model model) {
        return form(Kind.ASSIGN, link(parameters), Form.of(Map.of("all", "true")), user, model);
    }

    @PostMapping("/deals/handover")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String handOver(
            SentForm sent,
            @RequestParam Map<String, String> parameters,
            CurrentUser user,
            @ModelAttribute("ui") Ui ui,
            Model model) {
        var link = link(parameters);
        return sent.save(
                () -> {
                    var reader = sent.form().reader(ui.f().region());
                    var person = reader.id("person");
                    reader.check();
                    var along = sent.form().has("all", "true");
                    return begun(new What(Kind.ASSIGN, null, null, person, along), link, user);
                },
                refused -> form(Kind.ASSIGN, link, refused, user, model));
    }

    @GetMapping("/deals/actions/{id}")
    @Allow(resource = Resource.DEAL, action = Action.VIEW)
    String show(@PathVariable long id, CurrentUser user, Model model) {
        var action = act.require(id, user);
        model.addAttribute("action", action);
        model.addAttribute(
                "target", choices.all(user).name("person", action.what().target()));
        return "deals/action";
    }

    @PostMapping("/deals/actions/{id}/undo")
    @Allow(resource = Resource.DEAL, action = Action.EDIT)
    String undo(@PathVariable long id, CurrentUser user) {
        return "redirect:/deals/actions/" + act.undo(id, user).id();
    }

    private String begun(What what, PageLink link, CurrentUser user) {
        var action = act.begin(what, link.toString(), DealFilter.of(link.parameters()), user);
        return "redirect:/deals/actions/" + action.id();
    }

    private static PageLink link(Map<String, String> parameters) {
        return new PageLink("/deals", parameters)
                .without("note", "due", "person", "all", "_csrf", "next", "from", PastDay.AS_OF, PastDay.KNOWN);
    }

    private String form(Kind kind, PageLink link, Form form, CurrentUser user, Model model) {
        model.addAttribute("link", link);
        model.addAttribute("preview", check.preview(kind, DealFilter.of(link.parameters()), user));
        model.addAttribute("form", form);
        if (kind == Kind.ASSIGN) {
            model.addAttribute(
                    "people",
                    choices.all(user).of("person").stream()
                            .map(person -> Option.of(person.id(), person.name()))
                            .toList());
        }
        return kind == Kind.TASK ? "deals/remind" : "deals/handover";
    }
}
