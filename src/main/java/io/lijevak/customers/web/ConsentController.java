package io.lijevak.customers.web;

import io.lijevak.customers.Channel;
import io.lijevak.customers.Consent;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.customers.RecordConsent;
import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.SentForm;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A customer's consent for one channel. */
@Controller
@RequestMapping("/customers/{id}/consents/{channel}")
class ConsentController {
    private final Customers customers;
    private final RecordConsent record;
    private final Companies companies;
    private final Clock clock;

    ConsentController(Customers customers, RecordConsent record, Companies companies, Clock clock) {
        this.customers = customers;
        this.record = record;
        this.companies = companies;
        this.clock = clock;
    }

    @GetMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String form(@PathVariable CustomerId id, @PathVariable String channel, CurrentUser user, Model model) {
        var today = Map.of("givenOn", companies.current().today(clock));
        return page(model, id, of(channel), user, Form.of(today));
    }

    @PostMapping
    @Allow(resource = Resource.CUSTOMER, action = Action.EDIT)
    String record(
            @PathVariable CustomerId id, @PathVariable String channel, SentForm sent, CurrentUser user, Model model) {
        var form = sent.form();
        return sent.save(
                () -> {
                    record.of(id, read(form, of(channel)), user);
                    return "redirect:/customers/" + id;
                },
                refused -> page(model, id, of(channel), user, refused));
    }

    private RecordConsent.Given read(Form form, Channel channel) {
        var reader = form.reader(companies.current().region());
        var state = reader.choice("state", Consent.State.class);
        var givenOn = reader.date("givenOn");
        var source = reader.required("source");
        reader.check();
        if (state == null) {
            throw InvalidInput.at("state", "platform.problem.required");
        }
        if (givenOn == null) {
            throw InvalidInput.at("givenOn", "platform.problem.required");
        }
        return new RecordConsent.Given(channel, state, givenOn, source);
    }

    private String page(Model model, CustomerId id, Channel channel, CurrentUser user, Form form) {
        var customer = customers.visible(id, user);
        user.require(Resource.CUSTOMER, Action.EDIT, customer.responsibleId());
        model.addAttribute("customer", customer);
        model.addAttribute("channel", channel);
        model.addAttribute("form", form);
        return "customers/consent";
    }

    private static Channel of(String path) {
        return Stream.of(Channel.values())
                .filter(channel -> channel.name().equalsIgnoreCase(path))
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("channel", path));
    }
}
