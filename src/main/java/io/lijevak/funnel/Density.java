package io.lijevak.funnel;

import java.util.function.DoubleUnaryOperator;

/**
 * A distribution by its density alone, for intervals that are counted again: over a scale on which it has one peak and
 * falls off fast, it is added up by Boole's rule as far as it tells.
 */
public final class Density {
    private static final int PARTS = 4_000;
    private static final double DEEP = 45;
    private static final int HALVINGS = 60;

    private final DoubleUnaryOperator logarithm;
    private final double peak;
    private final double top;
    private final DoubleUnaryOperator value;

    /**
     * Over a scale of its own.
     *
     * @param logarithm of the density, up to a constant
     * @param value what a place on the scale stands for
     */
    private Density(DoubleUnaryOperator logarithm, double peak, DoubleUnaryOperator value) {
        this.logarithm = logarithm;
        this.peak = peak;
        this.top = logarithm.applyAsDouble(peak);
        this.value = value;
    }

    /** Beta, over the logarithm of the odds. */
    static Density ofBeta(double good, double bad) {
        return new Density(
                u -> good * u - (good + bad) * (u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u))),
                Math.log(good / bad),
                u -> 1 / (1 + Math.exp(-u)));
    }

    /** Gamma of scale one, over the logarithm. */
    public static Density ofGamma(double shape) {
        return new Density(u -> shape * u - Math.exp(u), Math.log(shape), Math::exp);
    }

    /** Student's t, over the hyperbolic arc sine of {@code t / √freedom}, where it is a power of the secant. */
    public static Density ofStudent(double freedom) {
        return new Density(u -> -freedom * Math.log(Math.cosh(u)), 0, u -> Math.sqrt(freedom) * Math.sinh(u));
    }

    /** The value below which the given share of the distribution lies. */
    public double quantile(double share) {
        var from = edge(-1);
        var step = (edge(1) - from) / PARTS;
        var sums = new double[PARTS + 1];
        for (var part = 0; part < PARTS; part++) {
            sums[part + 1] = sums[part] + area(from + part * step, step);
        }
        var wanted = share * sums[PARTS];
        var place = 0;
        while (place < PARTS - 1 && sums[place + 1] < wanted) {
            place++;
        }
        var low = 0.0;
        var high = step;
        for (var halving = 0; halving < HALVINGS; halving++) {
            var middle = (low + high) / 2;
            if (sums[place] + area(from + place * step, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return value.applyAsDouble(from + place * step + low);
    }

    /** Where the density is as good as nothing, to the left or to the right of its peak. */
    private double edge(int side) {
        var far = 1e-3;
        while (height(peak + side * far) > -DEEP) {
            far *= 1.3;
        }
        return peak + side * far;
    }

    private double area(double from, double width) {
        var quarter = width / 4;
        return width
                / 90
                * (7 * density(from)
                        + 32 * density(from + quarter)
                        + 12 * density(from + 2 * quarter)
                        + 32 * density(from + 3 * quarter)
                        + 7 * density(from + width));
    }

    private double density(double u) {
        return Math.exp(height(u));
    }

    /** The logarithm of the density against that of its peak. */
    private double height(double u) {
        return logarithm.applyAsDouble(u) - top;
    }
}
