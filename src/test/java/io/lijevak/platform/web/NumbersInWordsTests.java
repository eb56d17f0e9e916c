package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersInWordsTests {
    private static final Locale CROATIAN = Locale.of("hr", "HR");

    @Test
    void aNumberIsWrittenAsTheRegionDoesAndCountedAsTheLanguageDoes() {
        var deals = "{0, plural, one {# сделка} few {# сделки} other {# сделок}}, {1}";

        assertThat(written("ru", deals, 21_001, "Ana")).isEqualTo("21.001 сделка, Ana");
        assertThat(written("ru", deals, 21_004, "Ana")).isEqualTo("21.004 сделки, Ana");
        assertThat(written("ru", deals, 21_000L, "Ana")).isEqualTo("21.000 сделок, Ana");
        assertThat(written("en", "{0, number}–{1, number} of {2}", 1, 50, 8_800))
                .isEqualTo("1–50 of 8.800");
    }

    @Test
    void numbersWithinOthersAreFoundToo() {
        var pattern = "{1, select, yes {{0, plural, =0 {none} other {# of {2, number}}}} other {it''s '{'{0}'}'}}";

        assertThat(written("en", pattern, 1_500, "yes", 2_500)).isEqualTo("1.500 of 2.500");
        assertThat(written("en", pattern, 0, "yes", 2_500)).isEqualTo("none");
        assertThat(written("en", pattern, 1_500, "no", 2_500)).isEqualTo("it's {1.500}");
    }

    @Test
    void decimalsStayAsFarAsThreeOfThem() {
        assertThat(written("en", "{0} {1} {2}", new BigDecimal("1234.50"), 0.12345, -7.0))
                .isEqualTo("1.234,5 0,123 \u22127");
    }

    private static String written(String language, String pattern, Object... arguments) {
        return new MessageFormat(NumbersInWords.pattern(pattern), Locale.of(language))
                .format(NumbersInWords.arguments(CROATIAN, arguments));
    }
}
