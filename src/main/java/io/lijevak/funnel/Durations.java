package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.Arrays;

/** Durations of deals: how many are known, their sum, and how many there are of each tenth of a day, for the median. */
final class Durations {
    private static final int TENTH = 8640;
    /** Longer ones, and those that end before they begin, are kept one by one. */
    private static final int USUAL = 1 << 15;

    private long known;
    private long seconds;
    private int[] tenths = new int[0];
    private long[] unusual = new long[0];

    /** Adds a duration; {@link Numbers#UNKNOWN} adds nothing. */
    void add(long duration) {
        if (duration != Numbers.UNKNOWN) {
            known++;
            seconds += duration;
            var tenth = (duration + TENTH / 2) / TENTH;
            if (tenth >= 0 && tenth < tenths.length) {
                tenths[(int) tenth]++;
            } else {
                add(tenth, 1);
            }
        }
    }

    /** Adds the first so many durations. */
    void add(long[] durations, int size) {
        var counts = tenths;
        var end = counts.length * (long) TENTH - TENTH / 2;
        var usual = 0;
        var together = 0L;
        for (var i = 0; i < size; i++) {
            var duration = durations[i];
            if (duration >= 0 && duration < end) {
                counts[(int) ((duration + TENTH / 2) / TENTH)]++;
                together += duration;
                usual++;
            } else if (duration != Numbers.UNKNOWN) {
                add(duration);
                counts = tenths;
                end = counts.length * (long) TENTH - TENTH / 2;
            }
        }
        known += usual;
        seconds += together;
    }

    /** Adds as many durations of these tenths of a day, which take so many seconds together. */
    void add(long tenth, long times, long together) {
        known += times;
        seconds += together;
        add(tenth, Math.toIntExact(times));
    }

    void add(Durations other) {
        known += other.known;
        seconds += other.seconds;
        for (var tenth = other.tenths.length - 1; tenth >= 0; tenth--) {
            if (other.tenths[tenth] > 0) {
                add(tenth, other.tenths[tenth]);
            }
        }
        for (var tenth : other.unusual) {
            add(tenth, 1);
        }
    }

    /** Takes so many tenths of a day with how many durations have them; unusual ones come one by one. */
    @FunctionalInterface
    interface Tenths {
        void take(long tenths, long times);
    }

    void each(Tenths to) {
        for (var tenth = 0; tenth < tenths.length; tenth++) {
            if (tenths[tenth] > 0) {
                to.take(tenth, tenths[tenth]);
            }
        }
        for (var tenth : unusual) {
            to.take(tenth, 1);
        }
    }

    private void add(long tenth, int times) {
        if (tenth < 0 || tenth >= USUAL) {
            unusual = Arrays.copyOf(unusual, unusual.length + times);
            Arrays.fill(unusual, unusual.length - times, unusual.length, tenth);
            return;
        }
        if (tenth >= tenths.length) {
            tenths = Arrays.copyOf(tenths, Integer.highestOneBit((int) Math.max(tenth, 31)) * 2);
        }
        tenths[(int) tenth] += times;
    }

    Days days() {
        if (known == 0) {
            return Days.NONE;
        }
        Arrays.sort(unusual);
        return Days.of(known, BigDecimal.valueOf(seconds), at((known - 1) / 2) + at(known / 2));
    }

    /** The tenths of a day of the duration at this place in their order. */
    private long at(long place) {
        var shorter = (int) Arrays.stream(unusual).filter(tenth -> tenth < 0).count();
        if (place < shorter) {
            return unusual[(int) place];
        }
        var passed = (long) shorter;
        for (var tenth = 0; tenth < tenths.length; tenth++) {
            passed += tenths[tenth];
            if (place < passed) {
                return tenth;
            }
        }
        return unusual[(int) (shorter + place - passed)];
    }
}
