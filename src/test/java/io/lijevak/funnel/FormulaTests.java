package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lijevak.funnel.Formula.Missing;
import io.lijevak.platform.InvalidInput;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {
    /** Won 4 of 500.00, lost 6 of 90.00, in work 2 of 10.00; nothing is known of days. */
    private static final Figures CELL = new Figures(
            new Tally(4, new BigDecimal("500.00"), 0),
            new Tally(6, new BigDecimal("90.00"), 0),
            new Tally(2, new BigDecimal("10.00"), 0),
            Tally.NONE,
            Days.NONE,
            Days.NONE,
            null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 - 4 / 2|5",
                "(1 + 2) * 3|9",
                "10 - 3 - 2|5",
                "100 / 10 / 5|2",
                "-won.count + 5|1",
                "2 * -3|-6",
                "won.amount / entered.count|41.666667",
                "WON.Amount/won.count|125",
                "percent(won.count, won.count + lost.count)|40",
                "conversion|0.4",
                "min(won.count, lost.count, 3)|3",
                "max(1; 2.5)|2.5",
                "if(won.count >= 4, won.amount, 0)|500",
                "if(won.count <> 4, 1, if(lost.amount = 90, 2, 3))|2",
                "if(returned.count > 0, lost.count / returned.count, 7)|7"
            })
    void countsAsWritten(String formula, BigDecimal result) {
        assertThat(Formula.of(formula).of(CELL).value()).isEqualByComparingTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "won.count / returned.count|DIVISION_BY_ZERO",
                "1 + percent(1, won.count - 4)|DIVISION_BY_ZERO",
                "days.median * 2|UNKNOWN",
                "max(1, expected.amount)|UNKNOWN",
                "if(days.median > 1, 1, 2)|UNKNOWN",
                "999999999999999999 * 999999999999999999|TOO_GREAT"
            })
    void saysWhyThereIsNoNumber(String formula, Missing missing) {
        assertThat(Formula.of(formula).of(CELL)).isEqualTo(new Formula.Result(null, missing));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "won.amount /|13|end",
                "won.amont * 2|1|name",
                "2 + won.count.x|5|name",
                "(1 + 2|7|expected",
                "1 + 2)|6|unexpected",
                "1 2|3|unexpected",
                "won.amount * 0,5|15|unexpected",
                "1.2.3|1|number",
                "12345678901234567890|1|number",
                "min(1)|6|expected",
                "percent(1, 2, 3)|13|expected",
                "if(1, 2, 3)|5|comparison",
                "if(1 > 2, 3)|12|expected",
                "$; drop|1|unexpected",
                "T(java.lang.Runtime)|1|name"
            })
    void isRefusedAtThePlaceThatCannotBeRead(String formula, int letter, String what) {
        var problem = problem(formula);

        assertThat(problem.problems().getFirst().messageKey()).isEqualTo("funnel.formula.error." + what);
        assertThat(problem.problems().getFirst().arguments().getFirst()).isEqualTo(letter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "2*("})
    void endlessNestingIsRefusedWhereItGetsTooDeep(String opening) {
        var problem = problem(opening.repeat(60));

        assertThat(problem.problems().getFirst().messageKey()).isEqualTo("funnel.formula.error.deep");
        assertThat(problem.problems().getFirst().arguments().getFirst()).isEqualTo(20 * opening.length() + 1);
    }

    @Test
    void aFormulaHasABoundedLength() {
        assertThat(problem("1+".repeat(250) + "1").problems().getFirst().messageKey())
                .isEqualTo("funnel.formula.error.long");
        assertThat(Formula.of("1+".repeat(249) + "1").of(CELL).value()).isEqualByComparingTo("250");
    }

    @Test
    void everyMeasureHasANameInFormulas() {
        assertThat(Arrays.stream(Measure.values()).map(Measure::code))
                .doesNotHaveDuplicates()
                .contains(
                        "entered.count",
                        "in_work.amount",
                        "loss_share",
                        "expected.amount",
                        "days.average",
                        "days_to_win.median")
                .allSatisfy(code -> assertThat(Formula.of(code).measures()).hasSize(1));
    }

    private static InvalidInput problem(String formula) {
        return catchThrowableOfType(InvalidInput.class, () -> Formula.of(formula));
    }
}
