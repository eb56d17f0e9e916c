package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    @ParameterizedTest
    @ValueSource(strings = {" Ana.Maric@Example.HR ", "ured+prodaja@uljara.example", "ana@tvrtka-čista.hr"})
    void readsAnAddress(String written) {
        assertThat(EmailAddress.read(written))
                .hasValueSatisfying(address ->
                        assertThat(address.value()).isEqualTo(written.strip().toLowerCase()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.hr",
                "ana@example",
                "a b@example.hr",
                "a@b@example.hr",
                "a@b..hr",
                "<a@b.hr>"
            })
    void refusesWhatIsNoAddress(String written) {
        assertThat(EmailAddress.read(written)).isEmpty();
    }
}
