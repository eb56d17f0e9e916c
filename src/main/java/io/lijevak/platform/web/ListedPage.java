package io.lijevak.platform.web;

import io.lijevak.platform.Slice;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A page of a list whose whole state stands in its address: how far the list has been read, and what leads on. */
public interface ListedPage {
    /** A filter in force, in words, and the address without it. */
    record Chip(String label, String value, String without) {}

    /** A ready question: its word, its address, whether it is asked now. */
    record Tab(String word, String href, boolean here) {}

    PageLink link();

    Slice<?> slice();

    /** How many rows come before this page. */
    default int from() {
        var from = link().value("from");
        return from.matches("\\d{1,7}") ? Integer.parseInt(from) : 0;
    }

    /** How many rows there are up to the end of this page. */
    default int to() {
        return from() + slice().items().size();
    }

    /** The address of the next page, null on the last. */
    default @Nullable String next() {
        var next = slice().next();
        return next == null
                ? null
                : link().with("next", next).with("from", to()).toString();
    }

    /** The list from its beginning. */
    default PageLink beginning() {
        return link().without("next", "from");
    }

    /** Whether the list shows less than all there is. */
    default boolean narrows() {
        return !beginning().without("sort").parameters().isEmpty();
    }

    /**
     * What narrows the list besides the words looked for, each to be taken away by itself.
     *
     * @param texts what the keys of the filters' names begin with
     * @param words what a filter asks for, as people read it
     */
    default List<Chip> chips(Ui ui, String texts, UnaryOperator<String> words) {
        return beginning().without("sort", "q").parameters().keySet().stream()
                .filter(name -> ui.hasText(texts + name))
                .map(name -> new Chip(
                        ui.t(texts + name),
                        words.apply(name),
                        beginning().without(name).toString()))
                .toList();
    }

    /** The same rows, all of them, at another address. */
    default String at(String path) {
        return beginning().at(path).toString();
    }

    /** The filters as the values of their form. */
    default Form form() {
        return Form.of(link().parameters());
    }

    /** What a form of its own keeps of the address: all but the parameters it asks itself. */
    default List<Map.Entry<String, String>> kept(String... asked) {
        return beginning().without(asked).parameters().entrySet().stream().toList();
    }

    default Tab tab(String word, Map<String, String> parameters) {
        var href = new PageLink(link().path(), parameters).toString();
        return new Tab(word, href, beginning().parameters().equals(parameters));
    }
}
