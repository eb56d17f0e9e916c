package io.lijevak.interactions.web;

import io.lijevak.interactions.Importance;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionFields;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.Occasion;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Named;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an interaction looks in the API. */
record InteractionJson(
        long id,
        String kind,
        String state,
        Instant at,
        Instant stateAt,
        @Nullable String direction,
        @Nullable String counterpart,
        @Nullable Integer minutes,
        @Nullable String place,
        @Nullable String agenda,
        String subject,
        @Nullable String text,
        @Nullable String result,
        String importance,
        @Nullable Named customer,
        @Nullable Named deal,
        @Nullable Named openedDeal,
        @Nullable Named responsible,
        List<Named> contacts,
        List<Named> people,
        @Nullable Instant reviewAt,
        @Nullable Instant reviewedAt,
        @Nullable String fromStage,
        int version) {

    static InteractionJson of(Interaction one) {
        var fields = one.fields();
        var occasion = fields.occasion();
        var direction = occasion.direction();
        var responsible = one.names().responsible();
        return new InteractionJson(
                one.id().value(),
                fields.kind().word(),
                one.state().word(),
                one.at(),
                one.moments().state(),
                direction == null ? null : direction.name().toLowerCase(Locale.ROOT),
                occasion.counterpart(),
                occasion.minutes(),
                occasion.place(),
                occasion.agenda(),
                fields.subject(),
                fields.text(),
                fields.result(),
                fields.importance().name().toLowerCase(Locale.ROOT),
                one.names().customer(),
                one.names().deal(),
                one.openedDeal(),
                responsible == null ? null : new Named(Objects.requireNonNull(fields.responsible()), responsible),
                one.names().contacts(),
                one.names().people(),
                one.moments().review(),
                one.moments().reviewed(),
                one.origin() == null ? null : one.origin().stage(),
                one.version());
    }

    /** What is written to record or plan one, or to change it, then with its version. */
    record Body(
            @Nullable Integer version,
            @Nullable String kind,
            @Nullable String state,
            @Nullable Instant at,
            @Nullable String direction,
            @Nullable String counterpart,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String agenda,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String result,
            @Nullable String importance,
            @Nullable Long customer,
            @Nullable Long deal,
            @Nullable Long responsible,
            @Nullable List<Long> contacts,
            @Nullable List<Long> people,
            @Nullable Instant reviewAt) {

        /** The fields, {@code now} and {@code user} where time and responsible person are left out. */
        InteractionFields fields(Instant now, long user) {
            var parts = new Occasion.Parts(
                    optional("direction", direction, Occasion.Direction.values()), counterpart, minutes, place, agenda);
            var known = Optional.ofNullable(optional("kind", kind, InteractionKind.values()))
                    .orElseThrow(() -> InvalidInput.at("kind", "platform.problem.required"));
            return new InteractionFields(
                    Occasion.of(known, parts),
                    at == null ? now : at,
                    subject == null ? "" : subject,
                    text,
                    result,
                    Optional.ofNullable(optional("importance", importance, Importance.values()))
                            .orElse(Importance.NORMAL),
                    new InteractionFields.Circle(customer, deal, listed(contacts), listed(people)),
                    responsible == null ? Long.valueOf(user) : responsible);
        }

        private static List<Long> listed(@Nullable List<Long> sent) {
            return sent == null
                    ? List.of()
                    : sent.stream().filter(Objects::nonNull).toList();
        }
    }

    /** The constant of a word, null without one, refused at the field when there is none such. */
    static <E extends Enum<E>> @Nullable E optional(String field, @Nullable String word, E[] constants) {
        if (word == null) {
            return null;
        }
        return Stream.of(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at(field, "platform.problem.choice", word));
    }
}
