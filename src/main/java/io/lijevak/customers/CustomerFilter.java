package io.lijevak.customers;

import io.lijevak.properties.Where;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows and in what order; the whole of it stands in the address of the page.
 *
 * @param term part of a name, phone digits, e-mail or tax number
 * @param responsible id of the responsible person, 0 for customers of nobody
 * @param silent only those with whom nobody was in touch for so many days, or ever
 * @param order the parameter of the order, which may name a property; then {@code sort} does not count
 * @param where conditions on any fields
 */
public record CustomerFilter(
        String term,
        @Nullable CustomerKind kind,
        @Nullable Lifecycle lifecycle,
        @Nullable Long responsible,
        @Nullable Long team,
        @Nullable Long source,
        @Nullable Long category,
        @Nullable Long silent,
        boolean archived,
        Sort sort,
        String order,
        Where where) {

    /** Order of the list. */
    public enum Sort {
        NAME,
        CREATED,
        CHANGED
    }

    public static final CustomerFilter ALL =
            new CustomerFilter("", null, null, null, null, null, null, null, false, Sort.NAME, "", Where.ANYTHING);

    /** Reads the parameters of an address; what cannot be understood is left out, so that no link ever fails. */
    public static CustomerFilter of(Map<String, String> parameters) {
        return new CustomerFilter(
                parameters.getOrDefault("q", "").strip(),
                constant(CustomerKind.values(), parameters.get("kind")),
                constant(Lifecycle.values(), parameters.get("lifecycle")),
                id(parameters.get("responsible")),
                id(parameters.get("team")),
                id(parameters.get("source")),
                id(parameters.get("category")),
                days(parameters.get("silent")),
                "true".equals(parameters.get("archived")),
                Optional.ofNullable(constant(Sort.values(), parameters.get("sort")))
                        .orElse(Sort.NAME),
                parameters.getOrDefault("sort", ""),
                Where.of(parameters));
    }

    /** The same with other conditions on fields. */
    public CustomerFilter with(Where conditions) {
        return new CustomerFilter(
                term, kind, lifecycle, responsible, team, source, category, silent, archived, sort, order, conditions);
    }

    /** Whether anything but the order is chosen. */
    public boolean narrows() {
        return !term.isEmpty()
                || archived
                || !where.isEmpty()
                || Stream.of(kind, lifecycle, responsible, team, source, category, silent)
                        .anyMatch(java.util.Objects::nonNull);
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String text) {
        return List.of(constants).stream()
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long days(@Nullable String text) {
        return text == null || !text.matches("\\d{1,4}") ? null : Long.valueOf(text);
    }

    private static @Nullable Long id(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }
}
