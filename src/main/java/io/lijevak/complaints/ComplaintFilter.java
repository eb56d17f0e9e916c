package io.lijevak.complaints;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of complaints is narrowed to; null parts do not narrow.
 *
 * @param open whether its process goes on
 * @param overdue only those with a point past its deadline
 * @param unassigned only those nobody answers for
 * @param point the node of the route where its process waits
 */
public record ComplaintFilter(
        String term,
        @Nullable Boolean open,
        boolean overdue,
        @Nullable Long responsible,
        boolean unassigned,
        @Nullable Long customer,
        @Nullable Long deal,
        @Nullable String process,
        @Nullable String point,
        @Nullable Finding finding,
        @Nullable Urgency urgency,
        @Nullable Channel channel,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** Reads the parameters of an address; what cannot be understood is left out, so that no link ever fails. */
    public static ComplaintFilter of(Map<String, String> parameters) {
        var state = parameters.getOrDefault("state", "");
        return new ComplaintFilter(
                parameters.getOrDefault("q", "").strip(),
                state.equals("open") ? Boolean.TRUE : state.equals("closed") ? Boolean.FALSE : null,
                "true".equals(parameters.get("overdue")),
                id(parameters.get("responsible")),
                "none".equals(parameters.get("responsible")),
                id(parameters.get("customer")),
                id(parameters.get("deal")),
                word(parameters.get("process")),
                word(parameters.get("point")),
                constant(Finding.values(), parameters.get("finding")),
                constant(Urgency.values(), parameters.get("urgency")),
                constant(Channel.values(), parameters.get("channel")),
                day(parameters.get("since")),
                day(parameters.get("until")));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String text) {
        return List.of(constants).stream()
                .filter(constant -> text != null && constant.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long id(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }

    private static @Nullable String word(@Nullable String text) {
        return text == null || !text.matches("[A-Za-z0-9_-]{1,60}") ? null : text;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
