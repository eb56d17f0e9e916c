package io.lijevak.tasks;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words for days and times in the three languages, folded. Weekdays are stems, as languages decline them ("u
 * srijedu", "в среду"); whoever shortens a word still says enough with three letters.
 */
final class DayWords {
    /** Words that carry no meaning of their own. */
    static final Set<String> FILLERS =
            Set.of("u", "at", "on", "by", "do", "na", "od", "this", "в", "во", "к", "до", "на", "часов", "часа", "h");

    static final Set<String> NEXT = Set.of("next", "sljedeci", "sljedecu", "sljedece", "iduci", "iducu", "iduce");
    private static final List<String> NEXT_STEMS = List.of("следующ");
    private static final List<List<String>> RELATIVE = List.of(
            List.of("today", "danas", "сегодня"),
            List.of("tomorrow", "sutra", "завтра"),
            List.of("overmorrow", "prekosutra", "послезавтра"));
    private static final Map<DayOfWeek, List<String>> WEEKDAYS = Map.of(
            DayOfWeek.MONDAY, List.of("monday", "ponedjelj", "понедельн"),
            DayOfWeek.TUESDAY, List.of("tuesday", "utorak", "utork", "вторник"),
            DayOfWeek.WEDNESDAY, List.of("wednesday", "srijed", "сред"),
            DayOfWeek.THURSDAY, List.of("thursday", "cetvrt", "четверг"),
            DayOfWeek.FRIDAY, List.of("friday", "petak", "petk", "пятниц"),
            DayOfWeek.SATURDAY, List.of("saturday", "subot", "суббот"),
            DayOfWeek.SUNDAY, List.of("sunday", "nedjelj", "воскресен"));
    private static final List<String> SHORT_WEEKDAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");
    private static final Map<String, LocalTime> TIMES = Map.of(
            "noon", LocalTime.NOON,
            "podne", LocalTime.NOON,
            "полдень", LocalTime.NOON,
            "morning", LocalTime.of(9, 0),
            "ujutro", LocalTime.of(9, 0),
            "утром", LocalTime.of(9, 0),
            "afternoon", LocalTime.of(14, 0),
            "popodne", LocalTime.of(14, 0),
            "днем", LocalTime.of(14, 0));
    private static final Map<ChronoUnit, List<String>> UNITS = Map.of(
            ChronoUnit.MINUTES,
                    List.of("min", "minute", "minutes", "minuta", "minutu", "мин", "минут", "минуту", "минуты"),
            ChronoUnit.HOURS, List.of("h", "hour", "hours", "sat", "sata", "sati", "ч", "час", "часа", "часов"),
            ChronoUnit.DAYS, List.of("d", "day", "days", "dan", "dana", "д", "день", "дня", "днеи"),
            ChronoUnit.WEEKS,
                    List.of(
                            "w", "week", "weeks", "t", "tj", "tjedan", "tjedna", "tjedana", "н", "нед", "неделя",
                            "неделю", "недели", "недель"),
            ChronoUnit.MONTHS,
                    List.of(
                            "month", "months", "mj", "mjesec", "mjeseca", "mjeseci", "мес", "месяц", "месяца",
                            "месяцев"));

    private DayWords() {}

    static boolean isNext(String word) {
        return NEXT.contains(word) || NEXT_STEMS.stream().anyMatch(word::startsWith);
    }

    /** How many days from today, for words such as tomorrow. */
    static Optional<Integer> relative(String word) {
        return Stream.of(0, 1, 2)
                .filter(days -> RELATIVE.get(days).stream().anyMatch(full -> full.equals(word) || isBegun(full, word)))
                .findFirst();
    }

    static Optional<DayOfWeek> weekday(String word) {
        var place = SHORT_WEEKDAYS.indexOf(word);
        if (place >= 0) {
            return Optional.of(DayOfWeek.of(place + 1));
        }
        return Stream.of(DayOfWeek.values())
                .filter(day -> WEEKDAYS.getOrDefault(day, List.of()).stream()
                        .anyMatch(stem -> word.startsWith(stem) || isBegun(stem, word)))
                .findFirst();
    }

    static Optional<LocalTime> time(String word) {
        return Optional.ofNullable(TIMES.get(word));
    }

    static Optional<ChronoUnit> unit(String word) {
        return Stream.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS)
                .filter(unit -> UNITS.getOrDefault(unit, List.of()).contains(word))
                .findFirst();
    }

    private static boolean isBegun(String full, String word) {
        return word.length() >= 3 && full.startsWith(word);
    }
}
