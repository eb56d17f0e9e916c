package io.lijevak.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lijevak.platform.InvalidInput;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidayFileTests {

    @Test
    void readsACalendarWithFoldedLinesSeveralDaysAndYearlyEvents() {
        var days = read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270101
                DTEND;VALUE=DATE:20270103
                SUMMARY:Новогодние
                  каникулы\\, первые
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270509
                RRULE:FREQ=YEARLY
                SUMMARY:День Победы
                END:VEVENT
                END:VCALENDAR
                """);

        assertThat(days).hasSize(2 + HolidayFile.YEARS);
        assertThat(days.get(0))
                .isEqualTo(new Holiday(LocalDate.of(2027, 1, 1), "Новогодние каникулы, первые", false, false));
        assertThat(days.get(1).day()).isEqualTo(LocalDate.of(2027, 1, 2));
        assertThat(days.getLast().day()).isEqualTo(LocalDate.of(2032, 5, 9));
    }

    @Test
    void readsTablesWithAnySeparatorAndAHeading() {
        assertThat(read("Datum;Naziv\n3. 5. 2027.;Dan grada\n2027-06-15;\"Sveti Vid\"\n"))
                .extracting(Holiday::name)
                .containsExactly("Dan grada", "Sveti Vid");
        assertThat(read("01/12/2027,Great Union Day\n"))
                .extracting(Holiday::day)
                .containsExactly(LocalDate.of(2027, 12, 1));
        assertThat(HolidayFile.read("5.6.2027;Dan grada Čakovca\n".getBytes(Charset.forName("windows-1250"))))
                .extracting(Holiday::name)
                .containsExactly("Dan grada Čakovca");
    }

    @Test
    void refusesALineWithoutADayAndAFileWithoutDays() {
        assertThatThrownBy(() -> read("dan;naziv\n1.5.2027;Praznik rada\n31.2.2027;Nikad\n"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.problems().getFirst().arguments())
                                .containsExactly(3));
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:whenever\nEND:VEVENT\nEND:VCALENDAR"))
                .isInstanceOf(InvalidInput.class);
    }

    private static List<Holiday> read(String text) {
        return HolidayFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
