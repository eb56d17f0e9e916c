package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class FormReaderTests {
    enum Colour {
        RED,
        BLUE
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            hr | 1.234,50       | 1234.50
            hr | 1 234,50       | 1234.50
            hr | 1,234.50       | 1234.50
            hr | 1.234          | 1234
            hr | 1,234          | 1.234
            hr | 1234.5         | 1234.5
            hr | 0.125          | 0.125
            hr | 1.234.567,89   | 1234567.89
            hr | -12,5          | -12.5
            ru | 1 234 567,89   | 1234567.89
            ru | 1.234,50       | 1234.50
            ru | 1,5            | 1.5
            ru | 1.5            | 1.5
            en | 1,234.50       | 1234.50
            en | 1.234,50       | 1234.50
            en | 1,234          | 1234
            en | 1.234          | 1.234
            en | 1,234,567      | 1234567
            en | 1234,50        | 1234.50
            en | .5             |
            hr | 1.234,5x       |
            hr | 12.34.56       |
            hr | 1.23,456.7     |
            hr | 12 34          |
            ru | 1.234          |
            en | 1e9            |
            en | NaN            |
            en | 100000000000000000 |
            hr | EUR 5          |
            """)
    void readsANumberAsTheRegionWritesItAndRefusesWhatIsInDoubt(String language, String typed, String expected) {
        var reader = typed("amount", typed).reader(Languages.locale(language));

        var read = reader.decimal("amount");

        assertThat(read).isEqualTo(expected == null ? null : new BigDecimal(expected));
        assertThat(reader.problems()).hasSize(expected == null ? 1 : 0);
    }

    @Test
    void readsNoBreakSpacesAsGrouping() {
        assertThat(typed("a", "1\u00a0234\u202f567,5")
                        .reader(Languages.locale("ru"))
                        .decimal("a"))
                .isEqualTo("1234567.5");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23",
        "23. 11. 2026., 2026-11-23",
        "23.11.2026, 2026-11-23",
        "23/11/2026, 2026-11-23",
        "31.2.2026,",
        "11-23-2026,",
        "23.11.26,",
        "1.1.0026,"
    })
    void readsADateWithTheDayFirst(String typed, LocalDate expected) {
        var reader = typed("on", typed).reader(Languages.locale("hr"));

        assertThat(reader.date("on")).isEqualTo(expected);
        assertThat(reader.problems()).hasSize(expected == null ? 1 : 0);
    }

    @Test
    void takesABlankFieldForNothing() {
        var reader = typed("a", "  ").reader(Languages.locale("en"));

        assertThat(reader.text("a")).isNull();
        assertThat(reader.decimal("a")).isNull();
        assertThat(reader.date("missing")).isNull();
        assertThat(reader.flag("missing")).isFalse();
        reader.check();
    }

    @Test
    void refusesWithEveryProblemAtItsField() {
        var input = new LinkedMultiValueMap<String, String>();
        input.add("amount", "1.234,5x");
        input.add("count", "2,5");
        input.add("colour", "green");
        input.add("price", "1,999");
        var reader = Form.of(input).reader(Languages.locale("hr"));
        reader.required("name");
        reader.decimal("amount");
        reader.integer("count");
        reader.choice("colour", Colour.class);
        reader.amount("price");

        var refusal = catchThrowableOfType(InvalidInput.class, reader::check);

        assertThat(refusal.problems())
                .extracting(p -> p.field())
                .containsExactly("name", "amount", "count", "colour", "price");
    }

    @Test
    void readsChoicesAndIds() {
        var input = new LinkedMultiValueMap<String, String>();
        input.add("colour", "blue");
        input.add("id", "17");
        input.add("many", "1");
        input.add("many", "2");
        var reader = Form.of(input).reader(Languages.locale("en"));

        assertThat(reader.choice("colour", Colour.class)).isEqualTo(Colour.BLUE);
        assertThat(reader.id("id")).isEqualTo(17L);
        assertThat(reader.ids("many")).containsExactly(1L, 2L);
    }

    @Test
    void keepsWhatWasTypedBesideTheProblem() {
        var form = typed("amount", "1.234,5x");
        var reader = form.reader(Languages.locale("hr"));
        reader.decimal("amount");

        var refused = form.with(reader.problems());

        assertThat(refused.value("amount")).isEqualTo("1.234,5x");
        assertThat(refused.problem("amount")).isNotNull();
        assertThat(refused.invalid("amount")).isEqualTo("true");
    }

    @Test
    void showsAStoredNumberSoThatReadingItBackGivesTheSame() {
        var stored = new BigDecimal("1234.50");
        for (var language : Languages.ALL) {
            var region = Languages.locale(language);
            var shown = Form.of(Map.of("a", stored)).shown("a", new Formats(region, ZoneId.of("UTC")));

            assertThat(typed("a", shown).reader(region).decimal("a")).isEqualTo(stored);
        }
    }

    private static Form typed(String name, String value) {
        var input = new LinkedMultiValueMap<String, String>();
        input.add(name, value);
        return Form.of(input);
    }
}
