package io.lijevak.deals.web;

import io.lijevak.deals.DealChoices;
import io.lijevak.deals.DealHandover;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealOverviews;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.process.DealTypes;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together the page on which a deal gets another responsible person or type. */
@Component
class AssignmentForms {
    private final DealOverviews deals;
    private final DealChoices choices;
    private final DealTypes types;
    private final DealHandover handover;

    AssignmentForms(DealOverviews deals, DealChoices choices, DealTypes types, DealHandover handover) {
        this.deals = deals;
        this.choices = choices;
        this.types = types;
        this.handover = handover;
    }

    Map<String, Object> of(DealId id, Form form, CurrentUser user) {
        var deal = deals.require(id, user);
        return Map.of(
                "deal", deal,
                "form", form,
                "planned", handover.open(id, deal.responsibleId()),
                "people",
                        choices.all(user).of("person").stream()
                                .map(person -> Option.of(person.id(), person.name()))
                                .toList(),
                "types", types(deal));
    }

    private List<Option> types(DealOverview deal) {
        return types.all().stream()
                .filter(type ->
                        type.isOffered() || type.id().value() == deal.type().id())
                .map(type -> Option.of(type.id(), type.name()))
                .toList();
    }
}
