package io.lijevak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in choices stand in the order that readers of each language know from their dictionaries. */
class LanguagesTests {
    @ParameterizedTest
    @CsvSource({
        "hr, Cetina Čakovec Ćuk Dvor Džep Đakovo Lukač Ljubica Novi Njivice Šibenik Zadar Žminj Елена Ёлкин Жуков",
        "en, Čakovec Cetina Ćuk Đakovo Dvor Džep Ljubica Lukač Njivice Novi Šibenik Zadar Žminj Елена Ёлкин Жуков",
        "ru, Елена Ёлкин Жуков Čakovec Cetina Ćuk Đakovo Dvor Džep Ljubica Lukač Njivice Novi Šibenik Zadar Žminj"
    })
    void sortNames(String language, String names) {
        var expected = List.of(names.split(" "));
        var shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(3));

        shuffled.sort(Languages.order(language));

        assertThat(shuffled).isEqualTo(expected);
    }
}
