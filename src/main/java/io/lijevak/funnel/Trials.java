package io.lijevak.funnel;

/**
 * Decided deals and how many of them went well; not whole where open deals counted in part.
 *
 * @param good at most {@code all}
 */
public record Trials(double good, double all) {
    public static final Trials NONE = new Trials(0, 0);

    static Trials of(long good, long bad) {
        return new Trials(good, (double) good + bad);
    }

    double bad() {
        return all - good;
    }
}
