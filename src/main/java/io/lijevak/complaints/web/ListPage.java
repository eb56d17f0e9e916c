package io.lijevak.complaints.web;

import io.lijevak.complaints.Channel;
import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.Complaints;
import io.lijevak.complaints.Finding;
import io.lijevak.complaints.Urgency;
import io.lijevak.platform.Named;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        Map<String, String> names) {
    private static final List<String> PLACE = List.of("next", "from");

    /** A filter in force, in words, and the address without it. */
    public record Chip(String label, String value, String without) {}

    /** A ready question: its word, its address, whether it is asked now. */
    public record Tab(String word, String href, boolean here) {}

    public List<Tab> tabs() {
        return List.of(
                tab("all", Map.of()),
                tab("open", Map.of("state", "open")),
                tab("overdue", Map.of("overdue", "true")),
                tab("closed", Map.of("state", "closed")));
    }

    private Tab tab(String word, Map<String, String> parameters) {
        var bare = link.without("next", "from").parameters();
        return new Tab(word, new PageLink(link.path(), parameters).toString(), bare.equals(parameters));
    }

    public List<Chip> chips(Ui ui) {
        var chips = new ArrayList<Chip>();
        for (var name : link.parameters().keySet()) {
            if (!PLACE.contains(name) && !name.equals("q") && ui.hasText("complaints.filter." + name)) {
                chips.add(new Chip(
                        ui.t("complaints.filter." + name),
                        words(ui, name),
                        link.without(name, "next", "from").toString()));
            }
        }
        return chips;
    }

    public boolean narrows() {
        return link.parameters().keySet().stream().anyMatch(name -> !PLACE.contains(name));
    }

    public String cleared() {
        return link.path();
    }

    /** What a form of its own keeps of the address: all but the parameters it asks itself. */
    public List<Map.Entry<String, String>> kept(String... asked) {
        return link.without(asked).without("next", "from").parameters().entrySet().stream()
                .toList();
    }

    public Form form() {
        return Form.of(link.parameters());
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

    public int from() {
        var from = link.value("from");
        return from.matches("\\d{1,7}") ? Integer.parseInt(from) : 0;
    }

    public int to() {
        return from() + slice.items().size();
    }

    public String total(Ui ui) {
        return counted > Complaints.COUNTED
                ? ui.f().number(Complaints.COUNTED) + "+"
                : ui.f().number(counted);
    }

    public @Nullable String next() {
        return slice.next() == null
                ? null
                : link.with("next", slice.next()).with("from", to()).toString();
    }

    public String export(String ending) {
        return link.without("next", "from").at("/complaints/export." + ending).toString();
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
            case "since", "until" -> day(ui, value);
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

    private static String day(Ui ui, String iso) {
        try {
            return ui.f().date(LocalDate.parse(iso));
        } catch (DateTimeException unreadable) {
            return iso;
        }
    }
}
