package io.lijevak.process.web;

import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.People;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** To whom somebody may address what a step asks for, in words. */
@Component
class Addressees {
    private static final int MOST_PEOPLE = 300;
    private final People people;
    private final Texts texts;

    Addressees(People people, Texts texts) {
        this.people = people;
        this.texts = texts;
    }

    List<Option> of(CurrentUser user) {
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
