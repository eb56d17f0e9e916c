package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.Languages;
import io.lijevak.platform.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hr | 1.234.567,89 | −1.234,50 | 1.234,50_EUR | 63,2_%
            ru | 1_234_567,89 | −1_234,50 | 1_234,50_EUR | 63,2_%
            en | 1,234,567.89 | −1,234.50 | 1,234.50_EUR | 63.2%
            """)
    void writesNumbersAsTheRegionDoes(String language, String big, String negative, String money, String percent) {
        var formats = formats(language);

        assertThat(formats.decimal(new BigDecimal("1234567.885"), 2)).isEqualTo(spaced(big));
        assertThat(formats.decimal(new BigDecimal("-1234.5"), 2)).isEqualTo(spaced(negative));
        assertThat(formats.money(Money.of("1234.5", "EUR"))).isEqualTo(spaced(money));
        assertThat(formats.percent(0.6315)).isEqualTo(spaced(percent));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "7,7", "999,999", "1000,1.000", "1234567,1.234.567", "-12,−12"})
    void groupsWholeNumbersByThree(long number, String text) {
        assertThat(formats("hr").number(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "hr, 23._11._2026., 23._11., 23._11._2026._14:30, studeni 2026.",
        "ru, 23.11.2026, 23.11, 23.11.2026_14:30, ноябрь 2026",
        "en, 23/11/2026, 23/11, 23/11/2026_14:30, November 2026"
    })
    void writesDatesAsTheRegionDoes(String language, String date, String day, String dateTime, String month) {
        var formats = formats(language);

        assertThat(formats.date(DAY)).isEqualTo(spaced(date));
        assertThat(formats.dayAndMonth(DAY)).isEqualTo(spaced(day));
        assertThat(formats.dateTime(Instant.parse("2026-11-23T13:30:00Z"))).isEqualTo(spaced(dateTime));
        assertThat(formats.month(YearMonth.of(2026, 11))).isEqualTo(month);
    }

    @Test
    void startsTheWeekOnMondayInEveryRegion() {
        for (var language : Languages.ALL) {
            assertThat(formats(language).weekStart()).isEqualTo(DayOfWeek.MONDAY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-11-23T10:59:40Z, now",
        "en, 2026-11-23T10:15:00Z, 45 minutes ago",
        "en, 2026-11-23T08:00:00Z, 3 hours ago",
        "en, 2026-11-22T22:59:00Z, yesterday",
        "en, 2026-11-20T11:00:00Z, 3 days ago",
        "en, 2026-11-25T11:00:00Z, in 2 days",
        "en, 2026-09-20T11:00:00Z, 2 months ago",
        "hr, 2026-11-20T11:00:00Z, prije 3 dana",
        "hr, 2026-11-22T11:00:00Z, jučer",
        "ru, 2026-11-20T11:00:00Z, 3 дня назад",
        "ru, 2026-11-18T11:00:00Z, 5 дней назад"
    })
    void saysHowLongAgoByCalendarDays(String language, Instant then, String words) {
        assertThat(Pages.ui(language, "system").ago(then)).isEqualTo(words);
    }

    @Test
    void namesADayInTheReadersLanguageAndDatesItByTheRegion() {
        assertThat(Pages.ui("en", "system").day(DAY)).isEqualTo(spaced("Today, 23._11._2026."));
        assertThat(Pages.ui("hr", "system").day(DAY.minusDays(1))).isEqualTo(spaced("Jučer, 22._11._2026."));
        assertThat(Pages.ui("ru", "system").day(DAY.minusDays(2))).isEqualTo(spaced("Суббота, 21._11._2026."));
    }

    private static Formats formats(String language) {
        return new Formats(Languages.locale(language), ZoneId.of("Europe/Zagreb"));
    }

    private static String spaced(String text) {
        return text.replace('_', '\u00a0');
    }
}
