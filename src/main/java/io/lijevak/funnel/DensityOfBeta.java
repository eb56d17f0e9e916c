package io.lijevak.funnel;

/**
 * A Beta distribution by its density alone, for rates that are counted again: the density over the logarithm of the odds,
 * {@code exp(good * u) / (1 + exp(u))^(good + bad)}, is added up by Simpson's rule as far as it tells.
 */
record DensityOfBeta(double good, double bad) {
    private static final int PARTS = 6_000;
    private static final double DEEP = 45;
    private static final int HALVINGS = 60;

    double mean() {
        return good / (good + bad);
    }

    double variance() {
        return good * bad / ((good + bad) * (good + bad) * (good + bad + 1));
    }

    /** The rate below which the given share of the distribution lies. */
    double quantile(double share) {
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
        return 1 / (1 + Math.exp(-(from + place * step + low)));
    }

    /** Where the density is as good as nothing, to the left or to the right of its peak. */
    private double edge(int side) {
        var peak = Math.log(good / bad);
        var far = 1e-3;
        while (height(peak + side * far) > -DEEP) {
            far *= 1.3;
        }
        return peak + side * far;
    }

    private double area(double from, double width) {
        return width / 6 * (density(from) + 4 * density(from + width / 2) + density(from + width));
    }

    private double density(double u) {
        return Math.exp(height(u));
    }

    /** The logarithm of the density against that of its peak. */
    private double height(double u) {
        return logarithm(u) - logarithm(Math.log(good / bad));
    }

    private double logarithm(double u) {
        return good * u - (good + bad) * (u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u)));
    }
}
