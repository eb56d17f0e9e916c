package io.lijevak.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.platform.FieldProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InteractionRulesTests {
    private static final Instant NOW = Instant.parse("2026-11-27T10:30:00Z");
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private static final Circle CUSTOMER = new Circle(1L, null, List.of(), List.of());

    @ParameterizedTest
    @EnumSource
    void anythingWithWordsAndACustomerIsSound(InteractionKind kind) {
        assertThat(problems(fields(kind, "Subject", "Text", CUSTOMER, null))).isEmpty();
    }

    @Test
    void aNoteNeedsWordsAndAnEmailItsSubject() {
        assertThat(problems(fields(InteractionKind.NOTE, "", null, CUSTOMER, null)))
                .containsExactly("text");
        assertThat(problems(fields(InteractionKind.EMAIL, "", "Text", CUSTOMER, null)))
                .containsExactly("subject");
        assertThat(problems(fields(InteractionKind.CALL, "", null, CUSTOMER, null)))
                .isEmpty();
    }

    @Test
    void onlyACallOrAnEmailMayBeFromSomebodyUnknown() {
        var nobody = Circle.NOBODY;

        assertThat(problems(fields(InteractionKind.CALL, "", null, nobody, "+385912345678")))
                .isEmpty();
        assertThat(problems(fields(InteractionKind.CALL, "", null, nobody, null)))
                .containsExactly("customer");
        assertThat(problems(fields(InteractionKind.MEETING, "S", null, nobody, "+385912345678")))
                .containsExactly("customer");
    }

    @Test
    void aNoteIsNeverPlanned() {
        var note = fields(InteractionKind.NOTE, "", "Text", CUSTOMER, null);

        assertThat(InteractionRules.problems(note, InteractionState.PLANNED))
                .extracting(FieldProblem::field)
                .containsExactly("kind");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:20:00Z, true, interactions.error.plannedPast",
        "2026-11-27T10:28:00Z, true,",
        "2026-11-28T10:00:00Z, true,",
        "2026-11-27T10:40:00Z, false, interactions.error.heldAhead",
        "2026-11-27T10:32:00Z, false,",
        "2026-01-01T10:00:00Z, false,"
    })
    void whatIsPlannedIsAheadAndWhatWasHeldIsBehind(Instant at, boolean planned, @Nullable String problem) {
        var found = InteractionRules.timeProblems(at, planned, NOW);

        assertThat(found.stream().map(FieldProblem::messageKey).findFirst().orElse(null))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTES_15, 2026-11-27T10:30:00Z, 2026-11-27T10:45:00Z",
        "HOUR, 2026-11-27T10:30:00Z, 2026-11-27T11:30:00Z",
        "HOURS_3, 2026-11-27T10:30:00Z, 2026-11-27T13:30:00Z",
        "TOMORROW, 2026-11-27T10:30:00Z, 2026-11-28T08:00:00Z",
        // a quarter of an hour after midnight in Zagreb it is still yesterday in Greenwich
        "TOMORROW, 2026-11-27T23:15:00Z, 2026-11-29T08:00:00Z",
        "MONDAY, 2026-11-27T10:30:00Z, 2026-11-30T08:00:00Z",
        // said on a Monday it is the next one
        "MONDAY, 2026-11-30T08:00:00Z, 2026-12-07T08:00:00Z",
        // the night the clocks go forward
        "TOMORROW, 2027-03-27T20:00:00Z, 2027-03-28T07:00:00Z"
    })
    void reviewsLaterByTheReadersCalendar(ReviewAfter after, Instant now, Instant moment) {
        assertThat(after.from(now, ZAGREB)).isEqualTo(moment);
    }

    private static List<String> problems(InteractionFields fields) {
        return InteractionRules.problems(fields, InteractionState.HELD).stream()
                .map(FieldProblem::field)
                .toList();
    }

    private static InteractionFields fields(
            InteractionKind kind, String subject, @Nullable String text, Circle circle, @Nullable String counterpart) {
        var parts = new Occasion.Parts(null, counterpart, null, null, null);
        return new InteractionFields(Occasion.of(kind, parts), NOW, subject, text, null, Importance.NORMAL, circle, 1L);
    }
}
