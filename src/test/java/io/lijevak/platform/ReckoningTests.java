package io.lijevak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.Reckoning.Input;
import io.lijevak.platform.Reckoning.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A printed formula is calculated as it is read. */
class ReckoningTests {
    @Test
    void productsComeBeforeSumsAndBracketsBeforeBoth() {
        assertThat(of("{a} − {b} × {c}")).isEqualTo(4.0);
        assertThat(of("({a} − {b}) × {c} / 2")).isEqualTo(12.0);
        assertThat(of("{a} − {b} − {c}")).isEqualTo(5.0);
        assertThat(of("max(0, 1 − {a} / {c}) + 0.5")).isEqualTo(0.5);
        assertThat(of("max({b} × {c}, {a})")).isEqualTo(10.0);
    }

    @Test
    void whatCannotBeCalculatedHasNoValue() {
        assertThat(of("{a} / ({b} − {b})")).isNull();
        assertThat(of("{a} + {missing}")).isNull();
    }

    @Test
    void theLedgerIsCalculatedByTheFormulaAndHeldAgainstTheReport() {
        var told = sum(12.0, 10);

        assertThat(told.against(sum(99.0, 10)).equal())
                .as("the ledger's value is the formula's")
                .isTrue();
        assertThat(told.against(sum(12.0, 11)).equal()).isFalse();
        assertThat(told.differing(sum(12.0, 11))).containsExactly("a");
        assertThat(sum(12.5, 10).against(sum(12.5, 10)).equal())
                .as("a value that its own formula does not give")
                .isFalse();
    }

    @Test
    void endsOfIntervalsAreTheSameAsExactlyAsTheyCanBeWorkedOut() {
        assertThat(told(Unit.SHARE, 0.25).differing(told(Unit.SHARE, 0.25 + 1e-7)))
                .isEmpty();
        assertThat(told(Unit.SHARE, 0.25).differing(told(Unit.SHARE, 0.25 + 1e-5)))
                .containsExactly("high");
        assertThat(told(Unit.DAYS, 25).differing(told(Unit.DAYS, 25 + 1e-7))).containsExactly("high");
        assertThat(told(Unit.AMOUNT, 25).differing(told(Unit.AMOUNT, 25.004))).isEmpty();
        assertThat(told(Unit.AMOUNT, 25).interval()).extracting(Input::value).containsExactly(0.0, 25.0);
    }

    private static Reckoning told(Unit unit, double high) {
        return Reckoning.counted("any", 0.0, unit, Input.interval(0, high, unit));
    }

    private static Reckoning sum(double value, double a) {
        return new Reckoning("sum", value, Unit.COUNT, "{a} + {b}", inputs(a));
    }

    private static Double of(String formula) {
        return new Reckoning("any", null, Unit.COUNT, formula, inputs(10)).calculated();
    }

    private static List<Input> inputs(double a) {
        return List.of(Input.count("a", a, ""), Input.count("b", 2, ""), Input.count("c", 3, ""));
    }
}
