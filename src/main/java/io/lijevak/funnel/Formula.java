package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A formula over the measures of a cell, such as {@code won.amount / entered.count}. It can do nothing but count: no names
 * but those of measures, no loops, a bounded length and depth.
 */
public record Formula(String text, Term root) {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal GREATEST = BigDecimal.TEN.pow(18);
    private static final int DECIMALS = 6;

    /**
     * Reads a formula.
     *
     * @throws io.lijevak.platform.InvalidInput at {@code text}, with the place of what cannot be read
     */
    public static Formula of(String text) {
        return new Formula(text.strip(), new FormulaParser(text.strip()).formula());
    }

    /** Why there is no number. */
    public enum Missing {
        DIVISION_BY_ZERO,
        UNKNOWN,
        TOO_GREAT
    }

    /** A number, or why there is none. */
    public record Result(
            @Nullable BigDecimal value, @Nullable Missing missing) {
        static Result of(BigDecimal value) {
            return value.abs().compareTo(GREATEST) > 0 ? without(Missing.TOO_GREAT) : new Result(value, null);
        }

        static Result without(Missing why) {
            return new Result(null, why);
        }
    }

    /** A part of a formula. */
    sealed interface Term {
        Result of(Figures figures);

        Stream<Measure> measures();
    }

    record Constant(BigDecimal value) implements Term {
        @Override
        public Result of(Figures figures) {
            return Result.of(value);
        }

        @Override
        public Stream<Measure> measures() {
            return Stream.empty();
        }
    }

    record Known(Measure measure) implements Term {
        @Override
        public Result of(Figures figures) {
            var value = measure.of(figures);
            return value == null ? Result.without(Missing.UNKNOWN) : Result.of(value);
        }

        @Override
        public Stream<Measure> measures() {
            return Stream.of(measure);
        }
    }

    /** Two or more numbers made one; without one of them there is no number. */
    record Combined(Operation operation, List<Term> parts) implements Term {
        @Override
        public Result of(Figures figures) {
            var result = parts.getFirst().of(figures);
            for (var part : parts.subList(1, parts.size())) {
                var other = part.of(figures);
                if (result.value() == null) {
                    return result;
                }
                if (other.value() == null) {
                    return other;
                }
                result = operation.of(result.value(), other.value());
            }
            return result;
        }

        @Override
        public Stream<Measure> measures() {
            return parts.stream().flatMap(Term::measures);
        }
    }

    /** One of two numbers, by how two others compare; the one that is not chosen is not counted. */
    record Choice(String comparison, List<Term> parts) implements Term {
        @Override
        public Result of(Figures figures) {
            var left = parts.get(0).of(figures);
            var right = parts.get(1).of(figures);
            if (left.value() == null) {
                return left;
            }
            if (right.value() == null) {
                return right;
            }
            return parts.get(holds(left.value().compareTo(right.value())) ? 2 : 3)
                    .of(figures);
        }

        private boolean holds(int compared) {
            return switch (comparison) {
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                case "=" -> compared == 0;
                default -> compared != 0;
            };
        }

        @Override
        public Stream<Measure> measures() {
            return parts.stream().flatMap(Term::measures);
        }
    }

    /** What may be done with two numbers. */
    enum Operation {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED,
        MIN,
        MAX,
        PERCENT;

        Result of(BigDecimal one, BigDecimal other) {
            return switch (this) {
                case PLUS -> Result.of(one.add(other, PRECISION));
                case MINUS -> Result.of(one.subtract(other, PRECISION));
                case TIMES -> Result.of(one.multiply(other, PRECISION));
                case MIN -> Result.of(one.min(other));
                case MAX -> Result.of(one.max(other));
                case DIVIDED -> divided(one, other);
                case PERCENT -> divided(one.scaleByPowerOfTen(2), other);
            };
        }

        private static Result divided(BigDecimal one, BigDecimal other) {
            return other.signum() == 0
                    ? Result.without(Missing.DIVISION_BY_ZERO)
                    : Result.of(one.divide(other, PRECISION));
        }
    }

    /** The number of a cell, to six decimals. */
    public Result of(Figures figures) {
        var result = root.of(figures);
        return result.value() == null ? result : Result.of(result.value().setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** The measures it is made of. */
    public Set<Measure> measures() {
        return Set.copyOf(root.measures().toList());
    }
}
