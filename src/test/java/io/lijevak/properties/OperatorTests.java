package io.lijevak.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which comparison suits which type (S106). */
class OperatorTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TEXT       | EQ NE IN NOT_IN CONTAINS NOT_CONTAINS FILLED EMPTY
            NUMBER     | EQ NE IN NOT_IN GT GE LT LE BETWEEN FILLED EMPTY
            MONEY      | EQ NE IN NOT_IN GT GE LT LE BETWEEN FILLED EMPTY
            DATE       | EQ NE IN NOT_IN GT GE LT LE BETWEEN FILLED EMPTY
            FLAG       | EQ NE FILLED EMPTY
            LIST       | EQ NE IN NOT_IN FILLED EMPTY
            MULTI_LIST | EQ NE IN NOT_IN FILLED EMPTY
            REFERENCE  | EQ NE IN NOT_IN FILLED EMPTY""")
    void eachTypeHasItsOwn(PropertyType type, String operators) {
        assertThat(names(Operator.of(type, false))).isEqualTo(Set.of(operators.split(" ")));
        assertThat(names(Operator.of(type, true))).contains("UNDER");
    }

    private static Set<String> names(Set<Operator> operators) {
        return operators.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
