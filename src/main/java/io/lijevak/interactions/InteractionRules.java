package io.lijevak.interactions;

import io.lijevak.platform.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every interaction, as pure checks; problems carry the path of their field. */
final class InteractionRules {
    static final int LONGEST_SUBJECT = 250;
    static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_MINUTES = 1440;
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private final InteractionFields fields;
    private final List<FieldProblem> problems = new ArrayList<>();

    private InteractionRules(InteractionFields fields) {
        this.fields = fields;
    }

    /** What is wrong with an interaction in a state, whatever it refers to. */
    static List<FieldProblem> problems(InteractionFields fields, InteractionState state) {
        var rules = new InteractionRules(fields);
        rules.checkWords();
        rules.checkWhom();
        var minutes = fields.occasion().minutes();
        if (minutes != null && (minutes < 1 || minutes > LONGEST_MINUTES)) {
            rules.refuse("minutes", "interactions.error.minutes", LONGEST_MINUTES);
        }
        if (state == InteractionState.PLANNED && fields.kind() == InteractionKind.NOTE) {
            rules.refuse("kind", "interactions.error.plannedNote");
        }
        return rules.problems;
    }

    /** What is wrong with the time of something that is planned now, or that took place. */
    static List<FieldProblem> timeProblems(Instant at, boolean planned, Instant now) {
        if (planned && at.isBefore(now.minus(CLOCKS_APART))) {
            return List.of(new FieldProblem("at", "interactions.error.plannedPast"));
        }
        return !planned && at.isAfter(now.plus(CLOCKS_APART))
                ? List.of(new FieldProblem("at", "interactions.error.heldAhead"))
                : List.of();
    }

    private void checkWords() {
        if (fields.subject().length() > LONGEST_SUBJECT) {
            refuse("subject", "interactions.error.long", LONGEST_SUBJECT);
        }
        checkLength("text", fields.text());
        checkLength("result", fields.result());
        checkLength("place", fields.occasion().place());
        checkLength("agenda", fields.occasion().agenda());
        if (fields.kind() == InteractionKind.NOTE
                && blank(fields.text())
                && fields.subject().isBlank()) {
            refuse("text", "interactions.error.note");
        }
        if (fields.kind() == InteractionKind.EMAIL && fields.subject().isBlank()) {
            refuse("subject", "interactions.error.subject");
        }
    }

    private void checkWhom() {
        var circle = fields.circle();
        var nobody = circle.customer() == null && circle.deal() == null;
        if (nobody && blank(fields.occasion().counterpart())) {
            var canBeUnknown = fields.kind() == InteractionKind.CALL || fields.kind() == InteractionKind.EMAIL;
            refuse("customer", canBeUnknown ? "interactions.error.whomOrNumber" : "interactions.error.whom");
        }
    }

    private void checkLength(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            refuse(field, "interactions.error.long", LONGEST_TEXT);
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void refuse(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(field, key, arguments));
    }
}
