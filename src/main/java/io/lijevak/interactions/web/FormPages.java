package io.lijevak.interactions.web;

import io.lijevak.deals.CircleChoices;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Occasion;
import io.lijevak.platform.Named;
import io.lijevak.platform.web.Back;
import io.lijevak.platform.web.Form;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form of an interaction: what stands in it at first, and what may be chosen. */
@Component("interactionForms")
class FormPages {
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private final CircleChoices choices;
    private final Clock clock;

    FormPages(CircleChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    /** A new one: what the address names, else an outgoing one that has just taken place, or is planned for tomorrow. */
    FormPage blank(Map<String, String> parameters, CurrentUser user) {
        var values = new HashMap<String, Object>();
        var planned = InteractionState.PLANNED.word().equals(parameters.get("state"));
        var now = clock.instant().atZone(user.timeZone());
        var at = planned ? now.toLocalDate().plusDays(1).atTime(MORNING).atZone(user.timeZone()) : now;
        values.put("kind", InteractionKind.NOTE.word());
        values.put("at", InteractionForm.local(at.toInstant(), user.timeZone()));
        values.put("direction", Occasion.Direction.OUTGOING);
        values.put("importance", "NORMAL");
        values.put("responsible", user.id());
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value);
            }
        });
        return page(null, Form.of(values), user);
    }

    FormPage page(@Nullable Interaction stored, Form form, CurrentUser user) {
        var customer = id(form.value("customer"));
        var deal = id(form.value("deal"));
        var named = choices.named(customer, deal, user);
        var whose =
                named.customer() == null ? null : Long.valueOf(named.customer().id());
        var known = new FormPage.Choices(
                named.customer() == null ? "" : named.customer().name(),
                whose == null ? List.<Named>of() : choices.contacts(whose, form.values("contacts")),
                choices.openDeals(whose, deal, user),
                choices.people(user, form.values("people")));
        return new FormPage(stored, form, known, form.value("fixed").equals("1"), back(stored, form));
    }

    InteractionForm.Given given(CurrentUser user, @Nullable Instant before) {
        return new InteractionForm.Given(user.id(), clock.instant(), user.timeZone(), before);
    }

    private static String back(@Nullable Interaction stored, Form form) {
        return Back.or(form.value("back"), stored == null ? "/interactions" : "/interactions/" + stored.id());
    }

    private static @Nullable Long id(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
