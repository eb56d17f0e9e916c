package io.lijevak.funnel;

import java.util.Arrays;

/**
 * An immutable column of whole numbers, each known or {@link #UNKNOWN}, in as few bytes as their spread allows: the
 * distance from the smallest, or nothing at all when they are all the same.
 */
final class Numbers {
    static final long UNKNOWN = Long.MIN_VALUE;
    private static final int[] WIDTHS = {1, 2, 4};
    private final int width;
    private final long base;
    private final long most;
    private final boolean hasUnknown;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;
    private final long[] longs;

    /** Of the first {@code size} values. */
    static Numbers of(long[] values, int size) {
        var least = Long.MAX_VALUE;
        var most = Long.MIN_VALUE;
        var unknown = 0;
        for (var i = 0; i < size; i++) {
            if (values[i] == UNKNOWN) {
                unknown++;
            } else {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
        }
        if (unknown == size || unknown == 0 && least == most) {
            return unknown == size
                    ? new Numbers(0, UNKNOWN, UNKNOWN, values, 0, size > 0)
                    : new Numbers(0, least, most, values, 0, false);
        }
        return new Numbers(width(least, most), least - 1, most, values, size, unknown > 0);
    }

    /** Bytes that hold every distance, and a zero for unknown. */
    private static int width(long least, long most) {
        var spread = most - least;
        if (spread >= 0 && least > Long.MIN_VALUE + 1) {
            for (var width : WIDTHS) {
                if (spread < (1L << 8 * width) - 1) {
                    return width;
                }
            }
        }
        return 8;
    }

    private Numbers(int width, long base, long most, long[] values, int size, boolean hasUnknown) {
        this.width = width;
        this.base = base;
        this.most = most;
        this.hasUnknown = hasUnknown;
        bytes = new byte[width == 1 ? size : 0];
        shorts = new short[width == 2 ? size : 0];
        ints = new int[width == 4 ? size : 0];
        longs = width == 8 ? Arrays.copyOf(values, size) : new long[0];
        for (var i = 0; i < size && width < 8; i++) {
            var code = values[i] == UNKNOWN ? 0 : values[i] - base;
            switch (width) {
                case 1 -> bytes[i] = (byte) code;
                case 2 -> shorts[i] = (short) code;
                default -> ints[i] = (int) code;
            }
        }
    }

    /** The value, or {@link #UNKNOWN}. */
    long at(int i) {
        return switch (width) {
            case 0 -> base;
            case 1 -> value(bytes[i] & 0xFF);
            case 2 -> value(shorts[i] & 0xFFFF);
            case 4 -> value(ints[i] & 0xFFFF_FFFFL);
            default -> longs[i];
        };
    }

    private long value(long code) {
        return code == 0 ? UNKNOWN : base + code;
    }

    /** So many values from an index on. */
    void read(int from, int size, long[] into) {
        switch (width) {
            case 0 -> Arrays.fill(into, 0, size, base);
            case 1 -> {
                for (var i = 0; i < size; i++) {
                    into[i] = value(bytes[from + i] & 0xFF);
                }
            }
            case 2 -> {
                for (var i = 0; i < size; i++) {
                    into[i] = value(shorts[from + i] & 0xFFFF);
                }
            }
            case 4 -> {
                for (var i = 0; i < size; i++) {
                    into[i] = value(ints[from + i] & 0xFFFF_FFFFL);
                }
            }
            default -> System.arraycopy(longs, from, into, 0, size);
        }
    }

    /** The values at these places after an index, each in its turn. */
    void read(int from, int[] at, int size, long[] into) {
        switch (width) {
            case 0 -> Arrays.fill(into, 0, size, base);
            case 1 -> {
                for (var i = 0; i < size; i++) {
                    into[i] = value(bytes[from + at[i]] & 0xFF);
                }
            }
            case 2 -> {
                for (var i = 0; i < size; i++) {
                    into[i] = value(shorts[from + at[i]] & 0xFFFF);
                }
            }
            case 4 -> {
                for (var i = 0; i < size; i++) {
                    into[i] = value(ints[from + at[i]] & 0xFFFF_FFFFL);
                }
            }
            default -> {
                for (var i = 0; i < size; i++) {
                    into[i] = longs[from + at[i]];
                }
            }
        }
    }

    /** Whether every value is known and lies from the one on, and before the other. */
    boolean isWithin(long from, long until) {
        return !hasUnknown && least() >= from && most < until;
    }

    /** Whether every value is this one. */
    boolean isAlways(long value) {
        return width == 0 && base == value;
    }

    /** Whether some value may be this one. */
    boolean mayHold(long value) {
        return width > 0 || base == value;
    }

    /** The least of the known values, or {@link #UNKNOWN}. */
    long least() {
        return width == 0 ? base : base + 1;
    }

    /** The greatest of the known values, or {@link #UNKNOWN}. */
    long most() {
        return most;
    }

    boolean hasUnknown() {
        return hasUnknown;
    }

    /** What the values take in memory. */
    long size() {
        return bytes.length + 2L * shorts.length + 4L * ints.length + 8L * longs.length;
    }
}
