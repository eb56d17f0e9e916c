package io.lijevak.deals.web;

import io.lijevak.deals.DealDocument;
import io.lijevak.files.FileKind;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the documents of deals.
 *
 * @param counts how many there are of each kind, whichever is shown
 */
public record DocumentsPage(
        PageLink link, Filters filters, @Nullable FileKind kind, Slice<DealDocument> slice, Map<FileKind, Long> counts)
        implements ListedPage {
    /** What the form of filters asks for beside the filters of deals. */
    public static final List<String> ASKED = List.of("type", "since", "until");

    /** A kind of documents, with how many of it there are. */
    public record KindTab(String label, String count, String href, boolean here) {}

    /** All, and each kind that has any. */
    public List<KindTab> tabs(Ui ui) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var tabs = new ArrayList<KindTab>();
        tabs.add(new KindTab(ui.t("deals.documents.all"), ui.f().number(all), of(null), kind == null));
        Stream.of(FileKind.values())
                .filter(each -> counts.containsKey(each) || each == kind)
                .forEach(each ->
                        tabs.add(new KindTab(ui.t(each.key()), ui.f().number(count(each)), of(each), each == kind)));
        return tabs;
    }

    /** How many the list has. */
    public long total() {
        return kind == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : count(kind);
    }

    /** The filters in force that a list of deals does not show. */
    public List<Filters.Chip> chips(Ui ui) {
        return ASKED.stream()
                .filter(name -> !link.value(name).isEmpty())
                .map(name -> new Filters.Chip(
                        ui.t("deals.documents." + name),
                        words(ui, name),
                        beginning().without(name).toString(),
                        Optional.empty()))
                .toList();
    }

    public List<Option> types() {
        return filters.options("type");
    }

    private String words(Ui ui, String name) {
        var value = link.value(name);
        return name.equals("type")
                ? types().stream()
                        .filter(type -> type.value().equals(value))
                        .map(Option::label)
                        .findFirst()
                        .orElse(value)
                : ui.f().dateOrWord(value);
    }

    private String of(@Nullable FileKind one) {
        return beginning().with("kind", one == null ? null : one.word()).toString();
    }

    private long count(FileKind one) {
        return counts.getOrDefault(one, 0L);
    }
}
