package io.lijevak.interactions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people write down of an interaction.
 *
 * @param at when it took place, or when it is planned for
 * @param result what came of it, null while it is planned
 * @param responsible who answers for it
 */
public record InteractionFields(
        Occasion occasion,
        Instant at,
        String subject,
        @Nullable String text,
        @Nullable String result,
        Importance importance,
        Circle circle,
        @Nullable Long responsible) {

    /**
     * Whom and what it is about.
     *
     * @param contacts contact persons of the customer who take part
     * @param people our people who take part beside the responsible one
     */
    public record Circle(@Nullable Long customer, @Nullable Long deal, List<Long> contacts, List<Long> people) {
        public static final Circle NOBODY = new Circle(null, null, List.of(), List.of());

        public Circle {
            contacts = contacts.stream().distinct().sorted().toList();
            people = people.stream().distinct().sorted().toList();
        }
    }

    public InteractionKind kind() {
        return occasion.kind();
    }

    InteractionFields within(Circle other) {
        return new InteractionFields(occasion, at, subject, text, result, importance, other, responsible);
    }
}
