package io.lijevak.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");
    private final WorkingCalendar croatian = new WorkingCalendar(WorkingWeek.usual(), ZAGREB, true, List.of());

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource(textBlock = """
            2026-11-23T10:00, 3, 2026-11-26T16:00, a norm of three days within a week
            2026-11-26T10:00, 3, 2026-12-01T16:00, over a weekend
            2026-11-28T10:00, 1, 2026-11-30T16:00, from a Saturday
            2026-11-27T20:00, 1, 2026-11-30T16:00, from Friday evening
            2026-11-17T09:00, 1, 2026-11-19T16:00, over Remembrance Day
            2026-12-24T09:00, 1, 2026-12-28T16:00, over Christmas and the weekend
            2026-12-31T09:00, 1, 2027-01-04T16:00, over New Year
            2027-03-26T09:00, 1, 2027-03-30T16:00, over Easter and the night the clocks go forward
            2027-03-26T23:30, 2, 2027-03-31T16:00, late in the evening before the short night
            2027-10-29T09:00, 1, 2027-11-02T16:00, over the night the clocks go back and All Saints
            2027-05-26T09:00, 1, 2027-05-28T16:00, over Corpus Christi
            2026-11-25T09:00, 0, 2026-11-25T16:00, the same day
            2026-11-28T09:00, 0, 2026-11-30T16:00, the same day when it is free""")
    void endsWithTheWorkingHoursOfTheRightDay(LocalDateTime from, int days, LocalDateTime expected) {
        assertThat(croatian.plusDays(at(from), days)).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "{0} + {1} h = {2}")
    @CsvSource(textBlock = """
            2026-11-25T10:00, 4, 2026-11-25T14:00, within a day
            2026-11-25T10:00, 6, 2026-11-25T16:00, up to its end
            2026-11-25T05:00, 2, 2026-11-25T10:00, from before work
            2026-11-25T14:30, 2, 2026-11-26T08:30, into the next day
            2026-11-27T15:00, 2, 2026-11-30T09:00, over a weekend
            2026-12-24T15:00, 9, 2026-12-28T16:00, over Christmas and the weekend
            2027-03-26T14:00, 4, 2027-03-30T10:00, over Easter and the night the clocks go forward
            2027-10-29T15:00, 2, 2027-11-02T09:00, over the night the clocks go back and All Saints
            2026-11-28T12:00, 1, 2026-11-30T09:00, from a free day""")
    void countsHoursOnlyWhileWorkGoesOn(LocalDateTime from, int hours, LocalDateTime expected) {
        assertThat(croatian.plusHours(at(from), hours)).isEqualTo(at(expected));
    }

    @Test
    void countsTheHoursOfANightShiftAsTheyPassWhenTheClocksChange() {
        var nights = new EnumMap<DayOfWeek, WorkingWeek.Hours>(DayOfWeek.class);
        nights.put(DayOfWeek.SUNDAY, new WorkingWeek.Hours(LocalTime.of(0, 0), LocalTime.of(8, 0)));
        var calendar = new WorkingCalendar(new WorkingWeek(nights), ZAGREB, false, List.of());

        assertThat(calendar.plusHours(at(LocalDateTime.parse("2026-03-29T00:00")), 4))
                .isEqualTo(at(LocalDateTime.parse("2026-03-29T05:00")));
        assertThat(calendar.plusHours(at(LocalDateTime.parse("2026-10-25T00:00")), 4))
                .isEqualTo(at(LocalDateTime.parse("2026-10-25T03:00")));
    }

    @Test
    void lastsAnHourLessAndAnHourMoreOverTheNightsTheClocksChange() {
        var spring = croatian.plusDays(at(LocalDateTime.parse("2027-03-26T16:00")), 1);
        var autumn = croatian.plusDays(at(LocalDateTime.parse("2027-10-29T16:00")), 1);

        assertThat(spring).isEqualTo(at(LocalDateTime.parse("2027-03-26T16:00")).plusSeconds(4 * 86_400 - 3_600));
        assertThat(autumn).isEqualTo(at(LocalDateTime.parse("2027-10-29T16:00")).plusSeconds(4 * 86_400 + 3_600));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-03-31",
        "2025, 2025-04-20",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2038, 2038-04-25",
        "2019, 2019-04-21",
        "1961, 1961-04-02",
        "2285, 2285-03-22"
    })
    void knowsEaster(int year, LocalDate easter) {
        assertThat(CroatianHolidays.easter(year)).isEqualTo(easter);
    }

    @Test
    void listsTheFourteenHolidaysOfTheLaw() {
        assertThat(croatian.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .extracting(Holiday::day)
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 6),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 30),
                        LocalDate.of(2026, 6, 4),
                        LocalDate.of(2026, 6, 22),
                        LocalDate.of(2026, 8, 5),
                        LocalDate.of(2026, 8, 15),
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 18),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26));
    }

    @Test
    void worksOnASaturdayWorkedInAndOnAHolidayTakenBack() {
        var calendar = new WorkingCalendar(
                WorkingWeek.usual(),
                ZAGREB,
                true,
                List.of(
                        new Holiday(LocalDate.of(2026, 11, 28), "Radna subota", false, true),
                        new Holiday(LocalDate.of(2026, 11, 18), "Dan sjećanja", false, true)));

        assertThat(calendar.plusDays(at(LocalDateTime.parse("2026-11-27T09:00")), 1))
                .isEqualTo(at(LocalDateTime.parse("2026-11-28T16:00")));
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 18))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 11, 18))).isFalse();
    }

    @Test
    void agreesWithCountingDayByDayInRandomWeeksAndHolidays() {
        var random = new Random(20261127);
        for (var round = 0; round < 300; round++) {
            var free = new HashSet<LocalDate>();
            var worked = new HashSet<LocalDate>();
            var week = week(random);
            var calendar = new WorkingCalendar(week, ZAGREB, round % 2 == 0, written(random, free, worked));
            var oracle = new Naive(week, round % 2 == 0, free, worked);
            for (var term = 0; term < 20; term++) {
                var from = at(LocalDateTime.of(2026, 12, 1, 0, 0).plusMinutes(random.nextInt(600 * 1440)));
                var days = random.nextInt(40);
                var to = at(LocalDateTime.of(2026, 12, 1, 0, 0).plusMinutes(random.nextInt(900 * 1440)));

                assertThat(calendar.plusDays(from, days)).isEqualTo(oracle.plusDays(from, days));
                assertThat(calendar.workingDaysBetween(from, to)).isEqualTo(oracle.between(from, to));
                assertThat(calendar.workingDaysBetween(from, calendar.plusDays(from, days + 1)))
                        .isEqualTo(days + 1);
            }
        }
    }

    /** Goes from day to day and asks of each whether people work. */
    private record Naive(WorkingWeek week, boolean croatian, Set<LocalDate> free, Set<LocalDate> worked) {
        boolean works(LocalDate day) {
            if (free.contains(day) || worked.contains(day)) {
                return worked.contains(day);
            }
            var holiday = croatian
                    && CroatianHolidays.of(day.getYear()).stream()
                            .anyMatch(each -> each.day().equals(day));
            return !holiday && week.works(day.getDayOfWeek());
        }

        Instant plusDays(Instant from, int days) {
            var day = from.atZone(ZAGREB).toLocalDate();
            var count = 0;
            while (count < days || !works(day)) {
                day = day.plusDays(1);
                count += works(day) ? 1 : 0;
            }
            return at(day.atTime(week.hoursOrUsual(day.getDayOfWeek()).ends()));
        }

        int between(Instant from, Instant to) {
            if (to.isBefore(from)) {
                return -between(to, from);
            }
            var count = 0;
            var last = to.atZone(ZAGREB).toLocalDate();
            for (var day = from.atZone(ZAGREB).toLocalDate().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                count += works(day) ? 1 : 0;
            }
            return count;
        }
    }

    private static WorkingWeek week(Random random) {
        var days = new EnumMap<DayOfWeek, WorkingWeek.Hours>(DayOfWeek.class);
        days.put(
                DayOfWeek.of(1 + random.nextInt(7)),
                new WorkingWeek.Hours(LocalTime.of(6, 0), LocalTime.of(1 + random.nextInt(22), 59)));
        for (var day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                days.put(day, new WorkingWeek.Hours(LocalTime.of(0, 30), LocalTime.of(1 + random.nextInt(22), 30)));
            }
        }
        return new WorkingWeek(days);
    }

    private static List<Holiday> written(Random random, Set<LocalDate> free, Set<LocalDate> worked) {
        var written = new ArrayList<Holiday>();
        for (var count = random.nextInt(30); count > 0; count--) {
            var day = LocalDate.of(2026, 12, 1).plusDays(random.nextInt(600));
            if (!free.contains(day) && !worked.contains(day)) {
                var working = random.nextBoolean();
                (working ? worked : free).add(day);
                written.add(new Holiday(day, "dan", false, working));
            }
        }
        return written;
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZAGREB).toInstant();
    }
}
