package io.lijevak.users.web;

import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import io.lijevak.users.PeopleFilter;
import io.lijevak.users.Role;
import java.util.List;
import java.util.stream.Stream;

/** Choices of the forms about people, in the viewer's language. */
public final class Choices {
    private Choices() {}

    public static List<Option> roles(Ui ui) {
        return Stream.of(Role.values())
                .map(role -> new Option(role.name(), ui.t("users.value.role." + role)))
                .toList();
    }

    public static List<Option> states(Ui ui) {
        return Stream.of(PeopleFilter.State.values())
                .map(state -> new Option(state.name(), ui.t("users.state." + state)))
                .toList();
    }
}
