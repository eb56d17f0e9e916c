package io.lijevak.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenWordsTests {
    /** A Wednesday, at half past eleven. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 25, 11, 30, 0, 0, ZoneId.of("Europe/Zagreb"));

    @ParameterizedTest(name = "{0} = {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            tom 10            | 2026-11-26 | 10:00
            tomorrow at 9:15  | 2026-11-26 | 09:15
            today             | 2026-11-25 |
            today 17          | 2026-11-25 | 17:00
            fri               | 2026-11-27 |
            Wed 9:30          | 2026-12-02 | 09:30
            monday 2pm        | 2026-11-30 | 14:00
            next mon          | 2026-11-30 |
            next fri          | 2026-12-04 |
            next week         | 2026-11-30 |
            in 3 days         | 2026-11-28 |
            in a week         | 2026-12-02 |
            in 2 hours        | 2026-11-25 | 13:30
            +3d               | 2026-11-28 |
            +3d 10            | 2026-11-28 | 10:00
            +2w               | 2026-12-09 |
            3d                | 2026-11-28 |
            +90min            | 2026-11-25 | 13:00
            12/12             | 2026-12-12 |
            2026-12-12        | 2026-12-12 |
            2026-12-12T14:30  | 2026-12-12 | 14:30
            12am              | 2026-11-26 | 00:00
            noon              | 2026-11-25 | 12:00
            tomorrow morning  | 2026-11-26 | 09:00
            sutra 10          | 2026-11-26 | 10:00
            SUTRA u 10:30     | 2026-11-26 | 10:30
            sri 9:30          | 2026-12-02 | 09:30
            u srijedu u 9.30  | 2026-12-02 | 09:30
            čet               | 2026-11-26 |
            cet 8             | 2026-11-26 | 08:00
            četvrtak          | 2026-11-26 |
            pet 14            | 2026-11-27 | 14:00
            petak             | 2026-11-27 |
            u subotu          | 2026-11-28 |
            ned               | 2026-11-29 |
            ponedjeljak 8:00  | 2026-11-30 | 08:00
            uto               | 2026-12-01 |
            danas 16          | 2026-11-25 | 16:00
            prekosutra        | 2026-11-27 |
            sljedeći tjedan   | 2026-11-30 |
            idući pet         | 2026-12-04 |
            za 3 dana         | 2026-11-28 |
            za tjedan         | 2026-12-02 |
            za 2 sata         | 2026-11-25 | 13:30
            za 3 dana u 10    | 2026-11-28 | 10:00
            12. 12.           | 2026-12-12 |
            12.12. 14:30      | 2026-12-12 | 14:30
            1. 3.             | 2027-03-01 |
            12. 12. 2026.     | 2026-12-12 |
            3. 1. 2027. 8:30  | 2027-01-03 | 08:30
            sutra popodne     | 2026-11-26 | 14:00
            завтра 10         | 2026-11-26 | 10:00
            Завтра в 10:30    | 2026-11-26 | 10:30
            сегодня 18:00     | 2026-11-25 | 18:00
            послезавтра       | 2026-11-27 |
            в пятницу         | 2026-11-27 |
            пт 9:30           | 2026-11-27 | 09:30
            в среду в 9       | 2026-12-02 | 09:00
            вторник           | 2026-12-01 |
            вс                | 2026-11-29 |
            на следующей неделе | 2026-11-30 |
            через 3 дня       | 2026-11-28 |
            через неделю      | 2026-12-02 |
            через 2 часа      | 2026-11-25 | 13:30
            через 5 дней      | 2026-11-30 |
            12.12.2026 14:30  | 2026-12-12 | 14:30
            31.12             | 2026-12-31 |
            завтра утром      | 2026-11-26 | 09:00
            15                | 2026-11-25 | 15:00
            9                 | 2026-11-26 | 09:00
            9:30              | 2026-11-26 | 09:30
            11:30             | 2026-11-26 | 11:30""")
    void understandsWhatPeopleSay(String words, LocalDate day, LocalTime time) {
        assertThat(WhenWords.read(words, NOW)).contains(new WhenWords.When(day, time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "soon",
                "uskoro",
                "скоро",
                "25",
                "10:75",
                "31. 2.",
                "sutra petak",
                "10 11",
                "za",
                "+",
                "+3x",
                "32/12",
                "tomorrow tomorrow",
                "12. 12. 0026.",
                "in 2 hours 10",
                "+3",
                "2026-13-01"
            })
    void saysWhenItDoesNotUnderstand(String words) {
        assertThat(WhenWords.read(words, NOW)).isEmpty();
    }

    @Test
    void readsAnythingWithoutFailing() {
        var random = new java.util.Random(3);
        var pieces =
                new String[] {"sutra", "10", "+", "3d", ".", ":", "пт", "12", "/", " ", "za", "2026-", "u", "99", "в"};
        for (var round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (var piece = random.nextInt(6); piece >= 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }

            assertThat(WhenWords.read(text.toString(), NOW)).isNotNull();
        }
    }
}
