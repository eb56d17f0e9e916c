package io.lijevak.funnel;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gives equal sequences of numbers the same place, from 0 in the order in which they are met. */
final class Sequences {
    private final Map<LongBuffer, Integer> places = new HashMap<>();
    private long[][] all = new long[16][];

    /** The place of the numbers from one index to before another. */
    int of(long[] numbers, int from, int until) {
        var place = places.get(LongBuffer.wrap(numbers, from, until - from));
        return place == null ? add(Arrays.copyOfRange(numbers, from, until)) : place;
    }

    private int add(long[] sequence) {
        var place = places.size();
        if (place == all.length) {
            all = Arrays.copyOf(all, place * 2);
        }
        all[place] = sequence;
        places.put(LongBuffer.wrap(sequence), place);
        return place;
    }

    /** Each sequence at its place. */
    long[][] all() {
        return Arrays.copyOf(all, places.size());
    }

    void clear() {
        places.clear();
    }
}
