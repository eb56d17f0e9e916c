package io.lijevak.process.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Texts;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Requirements;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together the page of a step's settings. */
@Component
class StepRulesPages {
    private static final int MOST_PEOPLE = 300;
    private final DealTypes types;
    private final Requirements requirements;
    private final People people;
    private final Texts texts;

    StepRulesPages(DealTypes types, Requirements requirements, People people, Texts texts) {
        this.types = types;
        this.requirements = requirements;
        this.people = people;
        this.texts = texts;
    }

    StepRulesPage of(DealTypeId id, StageId stage, Form form, CurrentUser user) {
        var type = types.require(id);
        var step = type.step(stage).orElseThrow(() -> new RecordNotFound("step", stage));
        var kinds = requirements.kinds().stream()
                .map(kind -> Option.of(kind.name(), texts.get(user.language(), "process.requirement." + kind.name())))
                .toList();
        return new StepRulesPage(
                type, step, form, StepRulesForm.rows(form, requirements.kinds(), user), kinds, addressees(user));
    }

    private List<Option> addressees(CurrentUser user) {
        var options = new ArrayList<Option>();
        options.add(new Option("responsible", texts.get(user.language(), "process.addressee.responsible")));
        options.add(new Option("customer", texts.get(user.language(), "process.addressee.customer")));
        for (var role : Role.values()) {
            options.add(new Option(
                    "role:" + role,
                    texts.get(
                            user.language(),
                            "process.addressee.role",
                            texts.get(user.language(), "users.value.role." + role))));
        }
        people.reachedBy(Reach.of(user, Resource.PEOPLE, Action.VIEW), "", user, MOST_PEOPLE)
                .forEach(person -> options.add(new Option("person:" + person.id(), person.name())));
        return options;
    }
}
