package io.lijevak.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTests {
    @ParameterizedTest
    @CsvSource({
        "HR, 091 234 5678, +385912345678",
        "HR, 091/234-5678, +385912345678",
        "HR, 00385 91 2345678, +385912345678",
        "HR, +385 (0)91 234 5678, +385912345678",
        "HR, 01 4567 890, +38514567890",
        "RU, 8 (912) 345-67-89, +79123456789",
        "RU, +7 912 345 67 89, +79123456789"
    })
    void readsANumberInAnyUsualWriting(String country, String written, String value) {
        assertThat(PhoneNumber.read(written, country)).contains(new PhoneNumber(value));
    }

    @ParameterizedTest
    @CsvSource({"HR, abc", "HR, 12", "HR, 3.85911E+11", "HR, ana@example.hr", "HR, 091 234 5678 901 234 567"})
    void refusesWhatIsNoNumber(String country, String written) {
        assertThat(PhoneNumber.read(written, country)).isEmpty();
    }

    @Test
    void writesANumberWithTheSpacesOfItsCountry() {
        assertThat(new PhoneNumber("+385912345678").readable()).isEqualTo("+385 91 234 5678");
    }

    @Test
    void writesNumbersOfEveryRegionAsTheirReaderWould() throws NumberParseException {
        var numbers = PhoneNumberUtil.getInstance();
        for (var region : numbers.getSupportedRegions()) {
            for (var type : PhoneNumberUtil.PhoneNumberType.values()) {
                var example = numbers.getExampleNumberForType(region, type);
                if (example != null) {
                    var value = numbers.format(example, PhoneNumberFormat.E164);
                    var read = numbers.parse(value, null);

                    assertThat(new PhoneNumber(value).readable())
                            .isEqualTo(numbers.format(read, PhoneNumberFormat.INTERNATIONAL));
                }
            }
        }
    }
}
