package io.lijevak.interactions.web;

import io.lijevak.interactions.Importance;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Interactions;
import io.lijevak.interactions.Occasion;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A page of the list of interactions: its rows, how many there are, and the addresses that lead on. */
public record ListPage(
        PageLink link, Slice<Interaction> slice, int counted, List<Named> people, Map<String, String> names)
        implements ListedPage {
    private static final List<String> WORDS = List.of("kind", "state", "direction", "importance");

    public List<Chip> chips(Ui ui) {
        return chips(ui, "interactions.filter.", name -> words(ui, name));
    }

    public String cleared() {
        return new PageLink(link.path(), Map.of("sort", link.value("sort"))).toString();
    }

    public List<Option> peopleOptions() {
        return FormPage.options(people);
    }

    public List<Option> kinds(Ui ui) {
        return words(ui, "kind", InteractionKind.values());
    }

    public List<Option> states(Ui ui) {
        return words(ui, "state", InteractionState.values());
    }

    public List<Option> directions(Ui ui) {
        return FormPage.options(ui, "interactions.direction.", Occasion.Direction.values());
    }

    public List<Option> importances(Ui ui) {
        return FormPage.options(ui, "interactions.importance.", Importance.values());
    }

    /** The ready questions above the list. */
    public List<Tab> tabs() {
        return List.of(
                tab("all", Map.of()),
                tab("planned", Map.of("state", "planned", "sort", "soonest")),
                tab("review", Map.of("review", "due")),
                tab("noDeal", Map.of("deal", "none", "state", "held")),
                tab("unmatched", Map.of("customer", "none")));
    }

    public String total(Ui ui) {
        return ui.f().number(counted, Interactions.COUNTED);
    }

    private String words(Ui ui, String name) {
        var value = link.value(name);
        if (WORDS.contains(name)) {
            var lower = name.equals("kind") || name.equals("state");
            var key = "interactions." + name + "." + (lower ? value : value.toUpperCase(Locale.ROOT));
            return ui.hasText(key) ? ui.t(key) : value;
        }
        if (value.equals("none") || value.equals("due")) {
            return ui.t("interactions.filter." + name + "." + value);
        }
        return switch (name) {
            case "since", "until" -> ui.f().dateOrWord(value);
            default -> names.getOrDefault(name, value);
        };
    }

    private static List<Option> words(Ui ui, String field, Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .map(word -> new Option(word, ui.t("interactions." + field + "." + word)))
                .toList();
    }
}
