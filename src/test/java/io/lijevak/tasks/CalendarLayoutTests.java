package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.Named;
import io.lijevak.tasks.CalendarLayout.Placed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarLayoutTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private static final Named ANA = new Named(1, "Ana");
    private static final Named IVAN = new Named(2, "Ivan");
    private LocalDate day = LocalDate.of(2026, 11, 27);

    @Test
    void placesEntriesInHalfHoursBesideEachOther() {
        var placed = CalendarLayout.place(
                List.of(at("09:00", 60, ANA), at("09:30", 30, IVAN), at("10:10", 45, ANA)), ZAGREB);

        assertThat(placed)
                .extracting(Placed::slot, Placed::length, Placed::lane, Placed::lanes, Placed::conflict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(18, 2, 0, 2, false),
                        org.assertj.core.groups.Tuple.tuple(19, 1, 1, 2, false),
                        org.assertj.core.groups.Tuple.tuple(20, 2, 0, 1, false));
    }

    @Test
    void marksWhatOnePersonCannotDoAtOnce() {
        var placed =
                CalendarLayout.place(List.of(at("09:00", 45, ANA), at("09:30", 30, ANA), at("10:00", 30, ANA)), ZAGREB);

        assertThat(placed).extracting(Placed::conflict).containsExactly(true, true, false);
    }

    @Test
    void keepsEntriesOfTheNightsTheClocksChangeOnTheirDay() {
        day = LocalDate.of(2027, 3, 28);
        assertThat(CalendarLayout.place(List.of(at("03:00", 30, ANA)), ZAGREB))
                .extracting(Placed::slot)
                .containsExactly(6);
        day = LocalDate.of(2027, 10, 31);
        assertThat(CalendarLayout.place(List.of(at("02:30", 30, ANA), at("23:45", 120, ANA)), ZAGREB))
                .extracting(Placed::slot, Placed::length)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(5, 1), org.assertj.core.groups.Tuple.tuple(47, 1));
    }

    @Test
    void neverPutsTwoEntriesOnTheSamePlaceAndFindsEveryConflict() {
        var random = new Random(11);
        for (var round = 0; round < 500; round++) {
            var entries = new ArrayList<CalendarEntry>();
            for (var count = random.nextInt(9); count > 0; count--) {
                var time = LocalTime.of(6 + random.nextInt(14), 15 * random.nextInt(4));
                entries.add(at(time.toString(), 15 + 15 * random.nextInt(8), random.nextBoolean() ? ANA : IVAN));
            }

            var placed = CalendarLayout.place(entries, ZAGREB);

            assertThat(placed).hasSameSizeAs(entries);
            for (var one : placed) {
                var others = placed.stream().filter(each -> each != one).toList();
                assertThat(one.lane()).isLessThan(one.lanes());
                if (one.lanes() < 4) {
                    assertThat(others).noneMatch(other -> other.lane() == one.lane() && meet(one, other));
                }
                assertThat(one.conflict()).isEqualTo(others.stream().anyMatch(other -> collide(one, other)));
            }
        }
    }

    private static boolean meet(Placed one, Placed other) {
        return one.slot() < other.slot() + other.length() && other.slot() < one.slot() + one.length();
    }

    private static boolean collide(Placed one, Placed other) {
        return one.entry().person().equals(other.entry().person())
                && one.entry().start().isBefore(other.entry().end())
                && other.entry().start().isBefore(one.entry().end());
    }

    private CalendarEntry at(String time, int minutes, Named person) {
        var start = day.atTime(LocalTime.parse(time)).atZone(ZAGREB).toInstant();
        return new CalendarEntry(
                "t" + start + minutes,
                "MANUAL",
                "Nazvati",
                null,
                "/tasks/1",
                null,
                start,
                minutes,
                false,
                false,
                person);
    }
}
