package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTests {
    @ParameterizedTest
    @CsvSource({
        "GTXPro,GTX Pro",
        "gtx-pro,GTX Pro",
        "Kvarner d.o.o.,Kvarner",
        "Horvat Ana,Ana Horvat",
        "Čakovečki mlinovi,Cakovecki Mlinovi d.d.",
        "Elektroinstalacija,Elektroinstalacije"
    })
    void takesOtherSpellingsForTheSame(String one, String other) {
        assertThat(Likeness.of(one, other)).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "GTX Plus Pro,GTX Pro",
        "GTX Plus Basic,GTX Basic",
        "Model 100,Model 101",
        "Series Alpha A,Series Alpha B",
        "Paket 12 mjeseci,Paket 24 mjeseci",
        "MG Special,MV Special"
    })
    void neverTakesAnotherThingForTheSame(String one, String other) {
        assertThat(Likeness.of(one, other)).isLessThan(0.9);
    }

    @Test
    void isOneForTheSameName() {
        assertThat(Likeness.of("Ёлка", "елка")).isEqualTo(1);
    }
}
