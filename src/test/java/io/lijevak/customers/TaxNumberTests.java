package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumberTests {
    @ParameterizedTest
    @CsvSource({
        "HR, 69435151530, 69435151530",
        "HR, HR 69435151530, 69435151530",
        "HR, 694 351 515 30, 69435151530",
        "RU, 7707083893, 7707083893",
        "RU, 500100732259, 500100732259",
        "SI, SI15012557, 15012557",
        "RS, 100001724, 100001724",
        "BA, 4200000000001, 4200000000001",
        "DE, de 136 695 976, 136695976"
    })
    void readsANumberTheRuleOfItsCountryAccepts(String country, String written, String value) {
        assertThat(TaxNumber.read(country, written)).contains(new TaxNumber(country, value));
    }

    @ParameterizedTest
    @CsvSource({
        "HR, 69435151531",
        "HR, 6943515153",
        "HR, 6943515153O",
        "HR, 00000000000",
        "RU, 7707083894",
        "RU, 500100732258",
        "RU, 77070838",
        "SI, 15012558",
        "RS, 100001725",
        "BA, 123",
        "DE, 12",
        "DE, <script>"
    })
    void refusesANumberTheRuleOfItsCountryDoesNotAccept(String country, String written) {
        assertThat(TaxNumber.read(country, written)).isEmpty();
    }
}
