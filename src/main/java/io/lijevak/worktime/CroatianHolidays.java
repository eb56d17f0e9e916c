package io.lijevak.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Public holidays of Croatia in any year, by the list of the law in force since 2020 (Narodne novine 110/2019). */
final class CroatianHolidays {
    private CroatianHolidays() {}

    static List<Holiday> of(int year) {
        var easter = easter(year);
        return Stream.of(
                        new Holiday(LocalDate.of(year, 1, 1), "worktime.holiday.newYear", true, false),
                        new Holiday(LocalDate.of(year, 1, 6), "worktime.holiday.epiphany", true, false),
                        new Holiday(easter, "worktime.holiday.easter", true, false),
                        new Holiday(easter.plusDays(1), "worktime.holiday.easterMonday", true, false),
                        new Holiday(LocalDate.of(year, 5, 1), "worktime.holiday.labour", true, false),
                        new Holiday(LocalDate.of(year, 5, 30), "worktime.holiday.statehood", true, false),
                        new Holiday(easter.plusDays(60), "worktime.holiday.corpusChristi", true, false),
                        new Holiday(LocalDate.of(year, 6, 22), "worktime.holiday.antifascism", true, false),
                        new Holiday(LocalDate.of(year, 8, 5), "worktime.holiday.victory", true, false),
                        new Holiday(LocalDate.of(year, 8, 15), "worktime.holiday.assumption", true, false),
                        new Holiday(LocalDate.of(year, 11, 1), "worktime.holiday.allSaints", true, false),
                        new Holiday(LocalDate.of(year, 11, 18), "worktime.holiday.remembrance", true, false),
                        new Holiday(LocalDate.of(year, 12, 25), "worktime.holiday.christmas", true, false),
                        new Holiday(LocalDate.of(year, 12, 26), "worktime.holiday.stephen", true, false))
                .toList();
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var rest = year % 100;
        var correction = (century - (century + 8) / 25 + 1) / 3;
        var moon = (19 * golden + century - century / 4 - correction + 15) % 30;
        var sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        var late = (golden + 11 * moon + 22 * sunday) / 451;
        var march = moon + sunday - 7 * late + 114;
        return LocalDate.of(year, march / 31, march % 31 + 1);
    }
}
