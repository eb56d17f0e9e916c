package io.lijevak.complaints.web;

import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.ComplaintChoices;
import io.lijevak.deals.CircleChoices;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form of a complaint: what stands in it at first, and what may be chosen. */
@Component("complaintForms")
class FormPages {
    private final ComplaintChoices choices;
    private final CircleChoices circles;
    private final Clock clock;

    FormPages(ComplaintChoices choices, CircleChoices circles, Clock clock) {
        this.choices = choices;
        this.circles = circles;
        this.clock = clock;
    }

    /** A new one: what the address names, received by phone just now. */
    FormPage blank(Map<String, String> parameters, CurrentUser user) {
        var values = new HashMap<String, Object>();
        values.put("receivedAt", ComplaintForm.local(clock.instant(), user.timeZone()));
        values.put("channel", "PHONE");
        values.put("urgency", "NORMAL");
        values.put("responsible", user.id());
        choices.allowed().stream().findFirst().ifPresent(usual -> values.put("process", usual.key()));
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value);
            }
        });
        var of = circles.named(null, id(parameters.getOrDefault("deal", "")), user)
                .customer();
        if (of != null) {
            values.putIfAbsent("customer", of.id());
        }
        return page(null, Form.of(values), user);
    }

    FormPage page(@Nullable Complaint stored, Form form, CurrentUser user) {
        var deal = id(form.value("deal"));
        var named = circles.named(id(form.value("customer")), deal, user);
        var customer = named.customer();
        var known = new FormPage.Choices(
                customer == null ? "" : customer.name(),
                customer == null ? List.<Named>of() : circles.contacts(customer.id(), form.values("contact")),
                customer == null ? List.<Named>of() : circles.deals(customer.id(), deal, user),
                circles.people(user, form.values("responsible")),
                choices.allowed());
        return new FormPage(stored, form, known, back(stored, form));
    }

    ComplaintForm.Given given(CurrentUser user, @Nullable Instant before) {
        return new ComplaintForm.Given(clock.instant(), user.timeZone(), before);
    }

    private static String back(@Nullable Complaint stored, Form form) {
        return Back.or(form.value("back"), stored == null ? "/complaints" : "/complaints/" + stored.id());
    }

    private static @Nullable Long id(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
