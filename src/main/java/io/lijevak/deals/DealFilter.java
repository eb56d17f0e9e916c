package io.lijevak.deals;

import io.lijevak.properties.Where;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list or a board is narrowed to; null parts do not narrow. An id of 0 means none: no
 * responsible person, no customer, no reason.
 *
 * @param selected keys of {@link DealSelection}s by their parameter
 */
public record DealFilter(
        @Nullable Long type,
        @Nullable Long stage,
        @Nullable DealOutcome outcome,
        @Nullable Long responsible,
        @Nullable Long team,
        @Nullable Long source,
        @Nullable Long category,
        @Nullable Long product,
        @Nullable Long group,
        @Nullable Long customer,
        @Nullable Long reason,
        @Nullable Long competitor,
        @Nullable DealMark mark,
        @Nullable RiskKind risk,
        Days opened,
        Days closed,
        @Nullable String search,
        Map<String, String> selected) {

    private static final List<String> OF_NOW = List.of("mark", "contact");

    /**
     * The day at whose end the deals are looked at.
     *
     * @param then only what had been recorded by then, else what is known of that day now
     */
    public record AsOf(LocalDate day, boolean then) {
        /** Reads the parameters {@code asOf} and {@code known}; null without a readable day. */
        public static @Nullable AsOf read(Map<String, String> parameters) {
            var day = DealFilter.day(parameters, "asOf");
            return day == null
                    ? null
                    : new AsOf(day, parameters.getOrDefault("known", "").equals("then"));
        }

        /** As addresses say it. */
        public Map<String, String> parameters() {
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("asOf", day.toString());
            parameters.put("known", then ? "then" : "now");
            return parameters;
        }
    }

    /** Days from and to, both inclusive, each open when null. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** Reads the parameters of an address; what cannot be read does not narrow. */
    public static DealFilter of(Map<String, String> given) {
        var parameters = new HashMap<>(given);
        if (AsOf.read(given) != null) {
            parameters.keySet().removeAll(ofNow(given));
        }
        return new DealFilter(
                id(parameters, "type"),
                id(parameters, "stage"),
                outcome(parameters.getOrDefault("outcome", "")),
                id(parameters, "responsible"),
                id(parameters, "team"),
                id(parameters, "source"),
                id(parameters, "category"),
                id(parameters, "product"),
                id(parameters, "group"),
                id(parameters, "customer"),
                id(parameters, "reason"),
                id(parameters, "competitor"),
                DealMark.read(parameters.getOrDefault("mark", "")).orElse(null),
                RiskKind.read(parameters.getOrDefault("risk", "")).orElse(null),
                new Days(day(parameters, "openedFrom"), day(parameters, "openedTo")),
                new Days(day(parameters, "closedFrom"), day(parameters, "closedTo")),
                Optional.ofNullable(parameters.get("q"))
                        .map(String::strip)
                        .filter(q -> !q.isEmpty())
                        .orElse(null),
                parameters);
    }

    /** What is told of the present alone, and does not narrow deals as they once stood: all but who was past the norm and who bore a warning. */
    public static List<String> ofNow(Map<String, String> parameters) {
        return parameters.getOrDefault("mark", "").equals(DealMark.LATE.word())
                ? OF_NOW.stream().filter(name -> !name.equals("mark")).toList()
                : OF_NOW;
    }

    /** Whether only columns of the deal itself narrow, so that nothing but a change of deals changes what is found. */
    boolean asksDealsAlone(Collection<String> selections) {
        return team == null
                && category == null
                && product == null
                && group == null
                && search == null
                && risk == null
                && mark != DealMark.RESULTS
                && (mark == null || asOf() == null)
                && where().isEmpty()
                && selections.stream()
                        .allMatch(name -> selected.getOrDefault(name, "").isEmpty());
    }

    /** Null = as things stand now. */
    public @Nullable AsOf asOf() {
        return AsOf.read(selected);
    }

    /** Conditions on any fields. */
    public Where where() {
        return Where.of(selected);
    }

    /** The same filter without the parameters that do not narrow. */
    DealFilter bare() {
        var past = asOf();
        return new DealFilter(
                type,
                stage,
                outcome,
                responsible,
                null,
                source,
                null,
                null,
                null,
                customer,
                reason,
                competitor,
                mark,
                risk,
                opened,
                closed,
                null,
                past == null ? Map.of() : past.parameters());
    }

    private static @Nullable DealOutcome outcome(String word) {
        return Stream.of(DealOutcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long id(Map<String, String> parameters, String name) {
        var text = parameters.getOrDefault(name, "");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    static @Nullable LocalDate day(Map<String, String> parameters, String name) {
        try {
            var text = parameters.getOrDefault(name, "");
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
