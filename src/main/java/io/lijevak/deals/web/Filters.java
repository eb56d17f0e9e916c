package io.lijevak.deals.web;

import io.lijevak.deals.DealChoices.Choice;
import io.lijevak.deals.DealChoices.Choices;
import io.lijevak.deals.DealMark;
import io.lijevak.deals.DocumentFilter;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The filters above a list or a board: what may be chosen, what is, and the addresses that take one away. */
public record Filters(FieldChips.Read own, Choices choices, Map<String, Selected> selections) {
    private static final List<String> DAYS = List.of("openedFrom", "openedTo", "closedFrom", "closedTo");
    private static final Map<String, String> KINDS = Map.of(
            "stage", "stage",
            "responsible", "person",
            "team", "team",
            "source", "source",
            "category", "category",
            "group", "group",
            "reason", "reason",
            "competitor", "competitor");
    private static final Set<String> ASKED = Set.of(
            "outcome",
            "stage",
            "responsible",
            "team",
            "source",
            "category",
            "group",
            "reason",
            "competitor",
            "mark",
            "risk",
            "contact",
            "openedFrom",
            "openedTo",
            "closedFrom",
            "closedTo",
            "next",
            "from",
            "quick");
    private static final Set<String> KEPT = Set.of("type", "sort", PastDay.AS_OF, PastDay.KNOWN);

    private static final Map<String, String> SORTS = new TreeMap<>(Map.of(
            "", "deals.field.opened",
            "amount", "deals.field.amount",
            "expected", "deals.field.expectedClose",
            "title", "deals.field.title"));

    /** Pages of deals that know no past day. */
    private static final Set<String> OF_NOW = Set.of("/deals/losses", "/deals/documents");

    private static final Set<String> PLACE = Set.of("next", "from", "quick");

    /** Of the selections those that name a record. */
    private static final Set<String> RECORDS = Set.of("customer", "product");

    public PageLink link() {
        return own.link();
    }

    /** What a key of the address means, and the page that says what its number is made of, if any. */
    record Selected(String words, Optional<String> passport) {}

    /** A filter in force, in words, and the address without it; {@code whole} is the page of a tree of conditions. */
    public record Chip(String label, String value, String without, Optional<String> passport, Optional<String> whole) {
        Chip(String label, String value, String without, Optional<String> passport) {
            this(label, value, without, passport, Optional.empty());
        }
    }

    public List<Chip> chips(Ui ui) {
        var chips = new ArrayList<Chip>();
        Stream.of(
                        "outcome",
                        "stage",
                        "responsible",
                        "team",
                        "source",
                        "category",
                        "group",
                        "reason",
                        "competitor",
                        "mark",
                        "risk")
                .filter(name -> !link().value(name).isEmpty())
                .forEach(name -> chips.add(chip(ui, name, word(ui, name))));
        DAYS.stream()
                .filter(name -> !link().value(name).isEmpty())
                .forEach(name -> chips.add(chip(ui, name, day(ui, link().value(name)))));
        own.chips()
                .forEach(chip -> chips.add(new Chip(
                        chip.label(),
                        chip.value(),
                        chip.without(),
                        Optional.empty(),
                        Optional.ofNullable(chip.whole()))));
        var order = own.orders().shown();
        if (order != null) {
            chips.add(chip(ui, "sort", order.chosen().label()));
        }
        selections.forEach((name, selected) -> {
            var chip = chip(ui, name, link().value(name).equals("0") ? ui.t("deals.filter.none") : selected.words());
            chips.add(new Chip(chip.label(), chip.value(), chip.without(), selected.passport()));
        });
        return chips;
    }

    /** What was asked, in words. */
    List<Export.Fact> facts(Ui ui) {
        var facts = new ArrayList<Export.Fact>();
        own.broken(ui).ifPresent(facts::add);
        types().stream()
                .filter(type -> Long.toString(type.id()).equals(link().value("type")))
                .forEach(type -> facts.add(new Export.Fact(ui.t("deals.field.type"), type.name())));
        chips(ui).forEach(chip -> facts.add(new Export.Fact(chip.label(), chip.value())));
        return facts;
    }

    /** The filters as the values of the filter form. */
    public Form form() {
        return Form.of(link().parameters());
    }

    /** The orders of the list, those by properties last; none where the company has no properties to sort by. */
    public List<Option> sorts(Ui ui) {
        var byProperties = own.orders().options();
        return byProperties.isEmpty()
                ? byProperties
                : Stream.concat(
                                SORTS.entrySet().stream().map(sort -> new Option(sort.getKey(), ui.t(sort.getValue()))),
                                byProperties.stream())
                        .toList();
    }

    public List<Option> options(String kind) {
        return choices.of(kind).stream()
                .map(choice -> Option.of(choice.id(), choice.name()))
                .toList();
    }

    /** People, and nobody. */
    public List<Option> people(Ui ui) {
        return Stream.concat(Stream.of(new Option("0", ui.t("deals.filter.nobody"))), options("person").stream())
                .toList();
    }

    public List<Option> outcomes(Ui ui) {
        return Stream.of("open", "won", "lost")
                .map(word -> new Option(word, ui.t("deals.outcome." + word)))
                .toList();
    }

    /** The marks that call for attention; of a past day it is known who was past the norm. */
    public List<Option> marks(Ui ui) {
        return Stream.of(DealMark.values())
                .filter(mark -> mark == DealMark.LATE || !past())
                .map(mark -> new Option(mark.word(), ui.t("deals.mark." + mark.word())))
                .toList();
    }

    /** No contact at all, or none for so many days. */
    public List<Option> contacts(Ui ui) {
        return Stream.concat(
                        Stream.of(new Option("none", ui.t("deals.contact.none"))),
                        Stream.of(7, 14, 30, 60).map(days -> Option.of(days, ui.t("deals.contact.silent", days))))
                .toList();
    }

    public List<Choice> types() {
        return choices.of("type");
    }

    /** The address without any filter but the type. */
    public String cleared() {
        var kept = link();
        for (var name : link().parameters().keySet()) {
            kept = KEPT.contains(name) ? kept : kept.without(name);
        }
        return kept.toString();
    }

    public boolean narrows() {
        return link().parameters().keySet().stream()
                .anyMatch(name -> !KEPT.contains(name) && !PLACE.contains(name) && !name.startsWith("shown-"));
    }

    /** Whether the deals are those of a number of another page. */
    public boolean isOfNumber() {
        return selections.keySet().stream().anyMatch(name -> !RECORDS.contains(name));
    }

    /** Whether a past day is looked at, of which the present marks tell nothing. */
    public boolean past() {
        return !link().value(PastDay.AS_OF).isEmpty();
    }

    /** What is said of the deals of a past day. */
    public String pastWords(Ui ui) {
        var words = ui.t("deals.past.words");
        return link().value("mark").equals(DealMark.LATE.word()) ? words + " " + ui.t("deals.past.late") : words;
    }

    /** What the search keeps of the address. */
    public List<Map.Entry<String, String>> kept() {
        return link().without("q", "next", "from", "quick").parameters().entrySet().stream()
                .toList();
    }

    /** What the form of filters keeps of the address: all that it does not ask itself; {@code also} is asked of besides. */
    public List<Map.Entry<String, String>> keptBeside(List<String> also) {
        return link().parameters().entrySet().stream()
                .filter(entry -> !ASKED.contains(entry.getKey()) && !also.contains(entry.getKey()))
                .filter(entry ->
                        !entry.getKey().equals("sort") || own.orders().options().isEmpty())
                .toList();
    }

    /** The same filters on another page of deals. */
    public String at(String path) {
        var kept = link().without("next", "from", "sort", "quick");
        for (var name : link().parameters().keySet()) {
            kept = name.startsWith("shown-") ? kept.without(name) : kept;
        }
        if (!path.equals(link().path())) {
            kept = kept.without(DocumentFilter.OWN.toArray(String[]::new));
        }
        return (OF_NOW.contains(path) ? kept.without(PastDay.AS_OF, PastDay.KNOWN) : kept)
                .at(path)
                .toString();
    }

    private Chip chip(Ui ui, String name, String value) {
        var label = ui.hasText("deals.filter." + name) ? ui.t("deals.filter." + name) : "";
        return new Chip(label, value, link().without(name, "next", "from").toString(), Optional.empty());
    }

    private String word(Ui ui, String name) {
        var value = link().value(name);
        if (Set.of("outcome", "mark", "risk").contains(name)) {
            var key = "deals." + name + "." + value;
            return ui.hasText(key) ? ui.t(key) : value;
        }
        if (value.equals("0")) {
            return ui.t(name.equals("responsible") ? "deals.filter.nobody" : "deals.filter.none");
        }
        var id = value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
        return choices.name(KINDS.getOrDefault(name, name), id);
    }

    private static String day(Ui ui, String iso) {
        try {
            return ui.f().date(java.time.LocalDate.parse(iso));
        } catch (java.time.DateTimeException unreadable) {
            return iso;
        }
    }
}
