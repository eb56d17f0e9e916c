package io.lijevak.funnel;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A set of deals, as a bit for each in the block where it is. */
final class DealSet {
    private static final int MASK = (1 << Block.BITS) - 1;
    private final Map<Long, long[]> blocks = new HashMap<>();

    /** Of ids of eight bytes each, one after another. */
    DealSet(byte[] ids) {
        var rest = ByteBuffer.wrap(ids);
        while (rest.hasRemaining()) {
            var id = rest.getLong();
            var bits = blocks.computeIfAbsent(Block.key(id), key -> new long[(MASK + 1) / Long.SIZE]);
            bits[(int) (id & MASK) / Long.SIZE] |= 1L << id;
        }
    }

    /** The deals of a block; null when there is none. */
    long @Nullable [] of(long key) {
        return blocks.get(key);
    }

    static boolean holds(long[] bits, long id) {
        return (bits[(int) (id & MASK) / Long.SIZE] & 1L << id) != 0;
    }
}
