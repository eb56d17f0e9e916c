package io.lijevak.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a number of a report came about: what it was counted from, and the formula over that.
 *
 * @param number names it within its report
 * @param value as the report tells it; null = it has none
 * @param formula the codes of inputs in braces, such as {@code 100 × {value} / {average}}; empty = it was counted
 * @param inputs those of the formula and what else the number is told with
 */
public record Reckoning(String number, @Nullable Double value, Unit unit, String formula, List<Input> inputs) {
    private static final double HALF_A_CENT = 0.005_000_1;
    private static final double EXACT = 1e-9;
    private static final double MILLIONTH = 1e-6;
    private static final String LOW = "low";
    private static final String HIGH = "high";

    public Reckoning {
        inputs = List.copyOf(inputs);
    }

    /** What a number is one of. */
    public enum Unit {
        COUNT,
        AMOUNT,
        /** Of one. */
        SHARE,
        DAYS,
        /** Where 100 is the average. */
        POINTS,
        RATIO;

        boolean same(@Nullable Double one, @Nullable Double other) {
            if (one == null || other == null) {
                return one == null && other == null;
            }
            var allowed = this == AMOUNT ? HALF_A_CENT : EXACT;
            return Math.abs(one - other) <= Math.max(allowed, Math.abs(one) * EXACT);
        }
    }

    /**
     * What a number was counted from.
     *
     * @param note more about it, such as names; not translated
     * @param address its list or passport; the parameters alone where that is a passport of the same report; empty = none
     * @param estimate worked out by adding up many small parts, and so the same to a millionth only
     */
    public record Input(String code, @Nullable Double value, Unit unit, String note, String address, boolean estimate) {
        public Input(String code, @Nullable Double value, Unit unit, String note, String address) {
            this(code, value, unit, note, address, false);
        }

        /** The ends of a 90 % interval; those of amounts, counts and days are told as exactly as these are. */
        public static List<Input> interval(double low, double high, Unit unit) {
            var estimate = unit == Unit.SHARE || unit == Unit.POINTS || unit == Unit.RATIO;
            return List.of(new Input(LOW, low, unit, "", "", estimate), new Input(HIGH, high, unit, "", "", estimate));
        }

        boolean same(@Nullable Double other) {
            return unit.same(value, other)
                    || estimate
                            && value != null
                            && other != null
                            && Math.abs(value - other) <= MILLIONTH * Math.max(1, Math.abs(value));
        }

        public static Input of(String code, @Nullable Double value, Unit unit, String address) {
            return new Input(code, value, unit, "", address);
        }

        public static Input count(String code, double value, String address) {
            return of(code, value, Unit.COUNT, address);
        }
    }

    /** The number as the ledger tells it, calculated by the printed formula, and whether that is the same. */
    public record Again(Reckoning told, boolean equal) {}

    /** A number that was counted, not calculated. */
    public static Reckoning counted(String number, @Nullable Double value, Unit unit, List<Input> inputs) {
        return new Reckoning(number, value, unit, "", inputs);
    }

    /** A number that there is not, and so nothing it came from. */
    public static Reckoning none(String number, Unit unit) {
        return counted(number, null, unit, List.of());
    }

    /** The ends of the interval that the number is told with; empty where there is none. */
    public List<Input> interval() {
        return inputs.stream()
                .filter(input -> input.code().equals(LOW) || input.code().equals(HIGH))
                .toList();
    }

    /** What the formula gives for the inputs; the value itself without a formula; null where an input is missing. */
    public @Nullable Double calculated() {
        if (formula.isEmpty()) {
            return value;
        }
        var values = values();
        return values == null ? null : Arithmetic.of(formula, values);
    }

    private @Nullable Map<String, Double> values() {
        var known = inputs.stream().filter(input -> input.value() != null).toList();
        return known.stream().map(Input::code).toList().containsAll(Arithmetic.codes(formula))
                ? known.stream().collect(Collectors.toMap(Input::code, Input::value))
                : null;
    }

    /** Holds this against what the ledger tells of the same number. */
    public Again against(Reckoning ledger) {
        var again = new Reckoning(number, ledger.calculated(), unit, formula, ledger.inputs());
        return new Again(
                again, unit.same(value, again.value()) && differing(ledger).isEmpty());
    }

    /** The codes of the inputs that the ledger tells otherwise. */
    public List<String> differing(Reckoning ledger) {
        var differing = new ArrayList<String>();
        for (var input : inputs) {
            var other = ledger.inputs().stream()
                    .filter(one -> one.code().equals(input.code()))
                    .findFirst();
            if (other.isEmpty() || !input.same(other.get().value())) {
                differing.add(input.code());
            }
        }
        ledger.inputs().stream()
                .map(Input::code)
                .filter(code -> inputs.stream().noneMatch(input -> input.code().equals(code)))
                .forEach(differing::add);
        return differing;
    }

    public static @Nullable Double value(OptionalDouble value) {
        return value.isEmpty() ? null : value.getAsDouble();
    }
}
