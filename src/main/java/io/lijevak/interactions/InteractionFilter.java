package io.lijevak.interactions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list of interactions is narrowed to; null parts do not narrow.
 *
 * @param person answers for it or took part
 * @param withoutDeal only those that are about no deal
 * @param toReview only those to be looked at again that nobody has looked at
 * @param unmatched only those whose customer is not known
 * @param soonest whether the earliest come first
 * @param selected keys of {@link InteractionSelection}s by their parameter, among all parameters of the address
 */
public record InteractionFilter(
        String term,
        @Nullable InteractionKind kind,
        @Nullable InteractionState state,
        Occasion.@Nullable Direction direction,
        @Nullable Importance importance,
        @Nullable Long person,
        @Nullable Long customer,
        @Nullable Long deal,
        boolean withoutDeal,
        boolean toReview,
        boolean unmatched,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean soonest,
        Map<String, String> selected) {

    /** Reads the parameters of an address; what cannot be understood is left out, so that no link ever fails. */
    public static InteractionFilter of(Map<String, String> parameters) {
        var deal = parameters.getOrDefault("deal", "");
        return new InteractionFilter(
                parameters.getOrDefault("q", "").strip(),
                constant(InteractionKind.values(), parameters.get("kind")),
                constant(InteractionState.values(), parameters.get("state")),
                constant(Occasion.Direction.values(), parameters.get("direction")),
                constant(Importance.values(), parameters.get("importance")),
                id(parameters.get("person")),
                id(parameters.get("customer")),
                id(deal),
                deal.equals("none"),
                "due".equals(parameters.get("review")),
                "none".equals(parameters.get("customer")),
                day(parameters.get("since")),
                day(parameters.get("until")),
                "soonest".equals(parameters.get("sort")),
                Map.copyOf(parameters));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String text) {
        return List.of(constants).stream()
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long id(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(given -> !given.isEmpty())
                    .map(LocalDate::parse)
                    .orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
