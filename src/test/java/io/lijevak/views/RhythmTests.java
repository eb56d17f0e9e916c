package io.lijevak.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.views.Rhythm.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When editions are due: over free days, months of all lengths and both nights when the clock is turned. */
class RhythmTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private static final Rhythm.Days DAYS = new Rhythm.Days(ZAGREB, RhythmTests::works);

    private static boolean works(LocalDate day) {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
                && !day.equals(LocalDate.of(2026, 12, 25));
    }

    private static Rhythm at(String time, Kind kind, @Nullable Integer day) {
        return new Rhythm(kind, day, LocalTime.parse(time));
    }

    private static Instant zagreb(String moment) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(moment), ZAGREB).toInstant();
    }

    /** The next moments after the given one, in Zagreb's time. */
    private static List<String> next(Rhythm rhythm, String after, int many) {
        return Stream.iterate(zagreb(after), moment -> rhythm.next(moment, DAYS).orElseThrow())
                .skip(1)
                .limit(many)
                .map(moment -> moment.atZone(ZAGREB).toLocalDateTime().toString())
                .toList();
    }

    @Test
    void workingDaysLeaveOutWeekendsAndHolidays() {
        assertThat(next(at("07:00", Kind.WORKDAYS, null), "2026-12-24T07:00", 2))
                .containsExactly("2026-12-28T07:00", "2026-12-29T07:00");
    }

    @Test
    void theSameDayIsDueWhenItsTimeIsStillToCome() {
        var monday = at("07:00", Kind.WEEKLY, 1);

        assertThat(next(monday, "2026-11-30T06:59", 1)).containsExactly("2026-11-30T07:00");
        assertThat(next(monday, "2026-11-30T07:00", 1)).containsExactly("2026-12-07T07:00");
    }

    @Test
    void theLastDayStandsForAMissingOneInEveryShorterMonth() {
        assertThat(next(at("07:00", Kind.MONTHLY, 31), "2027-12-31T08:00", 4))
                .containsExactly("2028-01-31T07:00", "2028-02-29T07:00", "2028-03-31T07:00", "2028-04-30T07:00");
        assertThat(next(at("07:00", Kind.MONTHLY, 30), "2027-01-30T08:00", 2))
                .containsExactly("2027-02-28T07:00", "2027-03-30T07:00");
    }

    @Test
    void anHourThatSpringLeavesOutIsDueAnHourLater() {
        assertThat(next(at("02:30", Kind.WEEKLY, 7), "2027-03-27T12:00", 2))
                .containsExactly("2027-03-28T03:30", "2027-04-04T02:30");
    }

    @Test
    void anHourThatAutumnGivesTwiceIsDueOnce() {
        var sunday = at("02:30", Kind.WEEKLY, 7);
        var first = sunday.next(zagreb("2026-10-24T12:00"), DAYS).orElseThrow();

        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(sunday.next(first, DAYS)).contains(zagreb("2026-11-01T02:30"));
    }

    @Test
    void afterAPauseOnlyTheLatestIsDueAndTheOthersAreCounted() {
        var days = at("07:00", Kind.WORKDAYS, null);

        var due = days.due(zagreb("2026-11-30T07:00"), zagreb("2026-12-03T09:00"), DAYS);

        assertThat(due).isEqualTo(new Rhythm.Due(zagreb("2026-12-03T07:00"), 3, zagreb("2026-12-04T07:00")));
        assertThat(days.due(zagreb("2026-11-30T07:00"), zagreb("2026-11-30T07:00"), DAYS))
                .isEqualTo(new Rhythm.Due(zagreb("2026-11-30T07:00"), 0, zagreb("2026-12-01T07:00")));
    }

    @Test
    void aCompanyThatNeverWorksGetsNone() {
        var never = new Rhythm.Days(ZAGREB, day -> false);

        assertThat(at("07:00", Kind.WORKDAYS, null).next(Instant.EPOCH, never)).isEmpty();
    }
}
