package io.lijevak.funnel;

/** An immutable column of moments in microseconds since 1970, which takes no more than seconds do where these suffice. */
final class Micros {
    private static final long SECOND = 1_000_000;
    private final Numbers seconds;
    private final Numbers fractions;

    private Micros(Numbers seconds, Numbers fractions) {
        this.seconds = seconds;
        this.fractions = fractions;
    }

    /** Of the first {@code size} values; the array is used up. */
    static Micros of(long[] values, int size) {
        var fractions = new long[size];
        for (var i = 0; i < size; i++) {
            if (values[i] != Numbers.UNKNOWN) {
                fractions[i] = Math.floorMod(values[i], SECOND);
                values[i] = Math.floorDiv(values[i], SECOND);
            }
        }
        return new Micros(Numbers.of(values, size), Numbers.of(fractions, size));
    }

    /** The moment, or {@link Numbers#UNKNOWN}. */
    long at(int i) {
        var second = seconds.at(i);
        return second == Numbers.UNKNOWN ? second : second * SECOND + fractions.at(i);
    }

    long size() {
        return seconds.size() + fractions.size();
    }
}
