package io.lijevak.funnel;

/** A Beta distribution for rates that are counted again, by its density alone. */
record DensityOfBeta(double good, double bad) {
    double mean() {
        return good / (good + bad);
    }

    double variance() {
        return good * bad / ((good + bad) * (good + bad) * (good + bad + 1));
    }

    /** The rate below which the given share of the distribution lies. */
    double quantile(double share) {
        return Density.ofBeta(good, bad).quantile(share);
    }
}
