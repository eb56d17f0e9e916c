package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import io.lijevak.platform.Languages;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTests {
    private static final String FORMS = "{0, plural, one {one} few {few} many {many} other {other}}";
    private final Texts texts = new Texts();

    @ParameterizedTest
    @CsvSource({
        "0, other, other, many", "1, one, one, one", "2, other, few, few", "5, other, other, many",
        "11, other, other, many", "12, other, other, many", "21, other, one, one", "22, other, few, few",
        "25, other, other, many", "101, other, one, one", "111, other, other, many", "112, other, other, many",
        "1.5, other, other, other"
    })
    void choosesThePluralOfEachLanguage(double number, String en, String hr, String ru) {
        assertThat(plural("en", number)).isEqualTo(en);
        assertThat(plural("hr", number)).isEqualTo(hr);
        assertThat(plural("ru", number)).isEqualTo(ru);
    }

    @Test
    void writesPluralsOfItsOwnTexts() {
        assertThat(texts.get("hr", "platform.form.problems", 1)).isEqualTo("1 polje treba ispraviti");
        assertThat(texts.get("ru", "platform.form.problems", 5)).isEqualTo("Исправьте 5 полей");
        assertThat(texts.get("en", "platform.form.problems", 1)).isEqualTo("One field needs your attention");
    }

    @Test
    void givesATextWithoutArgumentsTheSameEachTime() {
        assertThat(texts.get("en", "platform.form.save")).isSameAs(texts.get("en", "platform.form.save"));
    }

    @Test
    void showsAMissingKey() {
        assertThat(texts.get("en", "platform.no.such")).isEqualTo("??platform.no.such??");
        assertThat(texts.get("de", "platform.form.save")).isEqualTo("??platform.form.save??");
    }

    @Test
    void servesManyThreadsAtOnce() {
        var wrong = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> !texts.get("en", "platform.form.problems", i + 2)
                        .startsWith(MessageFormat.format("{0} fields", i + 2)))
                .count();

        assertThat(wrong).isZero();
    }

    private static String plural(String language, double number) {
        return new MessageFormat(FORMS, Languages.locale(language)).format(Map.of("0", number));
    }
}
