package io.lijevak.customers.web;

import io.lijevak.customers.Countries;
import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.References.Choice;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import java.util.List;
import java.util.stream.Stream;

/** Choices of the selects on customer pages. */
public final class Options {
    private Options() {}

    public static List<Option> of(Ui ui, String keyPrefix, Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> new Option(constant.name(), ui.t(keyPrefix + constant.name())))
                .toList();
    }

    /** Every choice, for filters, by name. */
    public static List<Option> all(Ui ui, List<Choice> choices) {
        return ui.byName(choices, Choice::name).stream()
                .map(choice -> Option.of(choice.id(), choice.name()))
                .toList();
    }

    /** What may be chosen anew, and what is chosen already, though retired. */
    public static List<Option> current(Ui ui, List<Choice> choices, List<String> chosen) {
        return ui.byName(choices, Choice::name).stream()
                .filter(choice -> choice.current() || chosen.contains(Long.toString(choice.id())))
                .map(choice -> Option.of(choice.id(), choice.name()))
                .toList();
    }

    /** Everybody, and nobody. */
    public static List<Option> people(Ui ui, List<Choice> people) {
        return Stream.concat(Stream.of(new Option("0", ui.t("customers.list.nobody"))), all(ui, people).stream())
                .toList();
    }

    /** Days without contact, for the list of forgotten customers. */
    public static List<Option> silences(Ui ui) {
        return Stream.of(14, 30, 60, 90, 180)
                .map(days -> Option.of(days, ui.t("customers.silent", days)))
                .toList();
    }

    public static List<Option> archived(Ui ui) {
        return List.of(new Option("true", ui.t("customers.filter.onlyArchived")));
    }

    /** The orders of the list, those by properties last. */
    public static List<Option> sorts(Ui ui, ListPage page) {
        return Stream.concat(
                        of(ui, "customers.sort.", CustomerFilter.Sort.values()).stream(),
                        page.own().orders().options().stream())
                .toList();
    }

    public static List<Option> countries(Ui ui) {
        return Countries.all(ui.locale()).stream()
                .map(country -> new Option(country.code(), country.name()))
                .toList();
    }
}
