package io.lijevak.complaints.web;

import io.lijevak.complaints.Channel;
import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.Complaints;
import io.lijevak.complaints.Finding;
import io.lijevak.complaints.Urgency;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page of the list of complaints: its rows, how many there are, and the addresses that lead on.
 *
 * @param processes the processes complaints may follow, by key
 * @param points the points of the newest routes, by node
 * @param names what the ids of the filter are called, by its parameters
 */
public record ListPage(
        PageLink link,
        Slice<Complaint> slice,
        int counted,
        List<Named> people,
        List<Option> processes,
        List<Option> points,
        Map<String, String> names)
        implements ListedPage {
    public List<Tab> tabs() {
        return List.of(
                tab("all", Map.of()),
                tab("open", Map.of("state", "open")),
                tab("overdue", Map.of("overdue", "true")),
                tab("closed", Map.of("state", "closed")));
    }

    public List<Chip> chips(Ui ui) {
        return chips(ui, "complaints.filter.", name -> words(ui, name));
    }

    public String cleared() {
        return link.path();
    }

    public List<Option> states(Ui ui) {
        return Stream.of("open", "closed")
                .map(state -> new Option(state, ui.t("complaints.state." + state)))
                .toList();
    }

    public List<Option> responsibles(Ui ui) {
        var options = new ArrayList<Option>();
        options.add(new Option("none", ui.t("complaints.nobody")));
        options.addAll(FormPage.options(people));
        return options;
    }

    public List<Option> findings(Ui ui) {
        return Stream.of(Finding.values())
                .map(finding -> new Option(finding.word(), ui.t("complaints.finding." + finding.word())))
                .toList();
    }

    public List<Option> urgencies(Ui ui) {
        return Stream.of(Urgency.values())
                .map(urgency -> new Option(urgency.word(), ui.t("complaints.urgency." + urgency.word())))
                .toList();
    }

    public List<Option> channels(Ui ui) {
        return Stream.of(Channel.values())
                .map(channel -> new Option(channel.word(), ui.t("complaints.channel." + channel.word())))
                .toList();
    }

    public String total(Ui ui) {
        return ui.f().number(counted, Complaints.COUNTED);
    }

    private String words(Ui ui, String name) {
        var value = link.value(name);
        return switch (name) {
            case "state" -> worded(ui, "complaints.state." + value, value);
            case "finding" -> worded(ui, "complaints.finding." + value, value);
            case "urgency" -> worded(ui, "complaints.urgency." + value, value);
            case "channel" -> worded(ui, "complaints.channel." + value, value);
            case "overdue" -> ui.t("complaints.yes");
            case "process" -> label(processes, value);
            case "point" -> label(points, value);
            case "since", "until" -> ui.f().dateOrWord(value);
            case "responsible" ->
                value.equals("none") ? ui.t("complaints.nobody") : label(FormPage.options(people), value);
            default -> names.getOrDefault(name, value);
        };
    }

    private static String worded(Ui ui, String key, String otherwise) {
        return ui.hasText(key) ? ui.t(key) : otherwise;
    }

    private static String label(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
