package io.lijevak.properties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertyKeyTests {
    @Test
    void makesAKeyOfANameInAnyScript() {
        assertThat(PropertyKey.of("Veličina tvrtke")).isEqualTo("velicina_tvrtke");
        assertThat(PropertyKey.of("Регион")).isEqualTo("region");
        assertThat(PropertyKey.of("Headcount band (2026)")).isEqualTo("headcount_band_2026");
    }

    @Test
    void alwaysMakesASoundKey() {
        for (var name : new String[] {"'; drop table customer; --", "123", "…", "ж".repeat(200), "_a_", "\"x\""}) {
            assertThat(PropertyKey.isSound(PropertyKey.of(name))).as(name).isTrue();
        }
    }
}
