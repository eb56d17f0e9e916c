package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.ShowCustomerMix;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom the reps sell to: their deals by the kind of customer. */
@Controller
class CustomerMixController {
    private final AskPeople ask;
    private final ShowCustomerMix mixes;

    CustomerMixController(AskPeople ask, ShowCustomerMix mixes) {
        this.ask = ask;
        this.mixes = mixes;
    }

    @GetMapping(PeopleTab.CUSTOMERS)
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    String show(
            @RequestParam Map<String, String> parameters, @ModelAttribute("ui") Ui ui, CurrentUser user, Model model) {
        model.addAttribute("page", page(parameters, ui, user).orElse(null));
        return "reports/customers";
    }

    @GetMapping(PeopleTab.CUSTOMERS + "/export.{ending:csv|xlsx|pdf}")
    @Allow(resource = Resource.FUNNEL, action = Action.EXPORT)
    void export(
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("ui") Ui ui,
            CurrentUser user,
            HttpServletResponse response) {
        answer(parameters, ui, user).ifPresent(answer -> answer.send(ending, response));
    }

    Optional<Export> answer(Map<String, String> parameters, Ui ui, CurrentUser user) {
        return page(parameters, ui, user).map(CustomerMixPage::export);
    }

    private Optional<CustomerMixPage> page(Map<String, String> parameters, Ui ui, CurrentUser user) {
        var by = mixes.choice(parameters, user);
        return ask.read(parameters, user).map(question -> {
            var frame = PeopleFrame.of(
                    PeopleTab.CUSTOMERS, ui, question, ask, PeopleFrame.more(parameters, Map.of("by", by.key())));
            return new CustomerMixPage(frame, mixes.choices(user), mixes.of(question, by, user));
        });
    }
}
