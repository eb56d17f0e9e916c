package io.lijevak.interactions.web;

import io.lijevak.interactions.Importance;
import io.lijevak.interactions.Interaction;
import io.lijevak.interactions.InteractionFields;
import io.lijevak.interactions.InteractionKind;
import io.lijevak.interactions.InteractionState;
import io.lijevak.interactions.Occasion;
import io.lijevak.interactions.ReviewAfter;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of an interaction: its fields from what is stored, and the fields from what was typed. */
final class InteractionForm {
    private InteractionForm() {}

    static Form of(Interaction stored, ZoneId zone) {
        return of(stored, null, zone);
    }

    /** The stored one, with the customer that was found to be meant. */
    static Form of(Interaction stored, @Nullable Long match, ZoneId zone) {
        var fields = stored.fields();
        var occasion = fields.occasion();
        var values = new HashMap<String, @Nullable Object>();
        values.put("version", stored.version());
        values.put("kind", fields.kind().word());
        values.put("state", stored.state().word());
        values.put("at", local(fields.at(), zone));
        values.put("direction", occasion.direction());
        values.put("counterpart", occasion.counterpart());
        values.put("minutes", occasion.minutes());
        values.put("place", occasion.place());
        values.put("agenda", occasion.agenda());
        values.put("subject", fields.subject());
        values.put("text", fields.text());
        values.put("result", fields.result());
        values.put("importance", fields.importance());
        values.put("customer", match == null ? fields.circle().customer() : match);
        values.put("deal", fields.circle().deal());
        values.put("contacts", fields.circle().contacts());
        values.put("people", fields.circle().people());
        values.put("responsible", fields.responsible());
        return Form.of(values);
    }

    /** A moment as the field of day and time has it. */
    static LocalDateTime local(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    static InteractionKind kind(String word) {
        return Stream.of(InteractionKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(InteractionKind.NOTE);
    }

    static InteractionState state(Form form) {
        return form.value("state").equals("planned") && kind(form.value("kind")) != InteractionKind.NOTE
                ? InteractionState.PLANNED
                : InteractionState.HELD;
    }

    /** The fields as typed; {@code before} keeps its exact moment when the minute is the same. */
    static InteractionFields fields(Form form, FormReader reader, Given given) {
        var kind = kind(form.value("kind"));
        var parts = new Occasion.Parts(
                reader.choice("direction", Occasion.Direction.class),
                reader.text("counterpart"),
                reader.integer("minutes"),
                reader.text("place"),
                reader.text("agenda"));
        return new InteractionFields(
                Occasion.of(kind, parts),
                at(reader, given),
                Optional.ofNullable(reader.text("subject")).orElse(""),
                reader.text("text"),
                reader.text("result"),
                Optional.ofNullable(reader.choice("importance", Importance.class))
                        .orElse(Importance.NORMAL),
                new InteractionFields.Circle(
                        customer(form, reader), reader.id("deal"), reader.ids("contacts"), reader.ids("people")),
                form.value("responsible").isEmpty() ? Long.valueOf(given.user()) : reader.id("responsible"));
    }

    /** What is known beside the form: who types, when, by which clock, and the moment stored before. */
    record Given(
            long user, Instant now, ZoneId zone, @Nullable Instant before) {}

    static @Nullable Instant review(FormReader reader, Given given) {
        var after = reader.choice("reviewAfter", ReviewAfter.class);
        return after == null ? null : after.from(given.now(), given.zone());
    }

    /** No time typed means now. */
    private static Instant at(FormReader reader, Given given) {
        var typed = reader.dateTime("at");
        if (typed == null) {
            return given.before() == null ? given.now() : given.before();
        }
        for (var known : Stream.of(Optional.ofNullable(given.before()), Optional.of(given.now()))
                .flatMap(Optional::stream)
                .toList()) {
            if (typed.truncatedTo(ChronoUnit.MINUTES).equals(local(known, given.zone()))) {
                return known;
            }
        }
        return typed.atZone(given.zone()).toInstant();
    }

    private static @Nullable Long customer(Form form, FormReader reader) {
        var id = reader.id("customer");
        if (id == null && !form.value("customer__text").isBlank()) {
            reader.problem("customer", "interactions.error.choose");
        }
        return id;
    }
}
