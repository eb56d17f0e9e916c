package io.lijevak.funnel;

/**
 * How much each factor adds to the difference of two products, whatever the order in which they are changed: the mean of
 * its effects over all orders (L. Shapley, A Value for n-Person Games, 1953). With {@code E_s} the sum, over all choices
 * of s other factors, of the product of those taken from {@code to} and of the rest from {@code from}, it is
 * {@code (to_j - from_j) * sum over s of E_s * s! (n - 1 - s)! / n!}.
 */
final class Shapley {
    private Shapley() {}

    /** Parts that sum to the product of {@code to} less the product of {@code from}, of as many factors each. */
    static double[] of(double[] from, double[] to) {
        var n = from.length;
        var parts = new double[n];
        for (var j = 0; j < n; j++) {
            var others = others(from, to, j);
            var weight = 1.0 / n;
            for (var s = 0; s < n; s++) {
                parts[j] += (to[j] - from[j]) * others[s] * weight;
                weight *= (s + 1.0) / Math.max(1, n - 1 - s);
            }
        }
        return parts;
    }

    /** The coefficients of the product of {@code from_i + to_i z} over all factors but one. */
    private static double[] others(double[] from, double[] to, int without) {
        var coefficients = new double[from.length];
        coefficients[0] = 1;
        for (var i = 0; i < from.length; i++) {
            if (i != without) {
                for (var s = from.length - 1; s > 0; s--) {
                    coefficients[s] = coefficients[s] * from[i] + coefficients[s - 1] * to[i];
                }
                coefficients[0] *= from[i];
            }
        }
        return coefficients;
    }
}
