package io.lijevak.imports;

/**
 * Finds records by key in 16 bytes an entry: open addressing over 64-bit hashes of the keys, so that a million records
 * with several keys each stay within tens of megabytes. A key of two records answers {@link #SEVERAL}.
 */
final class KeyIndex {
    static final long NONE = 0;
    static final long SEVERAL = Long.MIN_VALUE;
    private long[] hashes = new long[1 << 12];
    private long[] values = new long[1 << 12];
    private int size;

    /** The record of the key, {@link #NONE} or {@link #SEVERAL}. */
    long get(String key) {
        return values[slot(hash(key))];
    }

    /** Remembers the record under the key; another one under it makes the key ambiguous. */
    void add(String key, long record) {
        var slot = slot(hash(key));
        if (values[slot] != NONE && values[slot] != record) {
            values[slot] = SEVERAL;
        } else {
            put(key, record);
        }
    }

    /** Remembers the record under the key in place of any other. */
    void put(String key, long record) {
        if (size * 2 >= hashes.length) {
            grow();
        }
        var hash = hash(key);
        var slot = slot(hash);
        if (hashes[slot] == 0) {
            size++;
        }
        hashes[slot] = hash;
        values[slot] = record;
    }

    private int slot(long hash) {
        var slot = (int) (hash ^ (hash >>> 32)) & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldHashes = hashes;
        var oldValues = values;
        hashes = new long[oldHashes.length * 2];
        values = new long[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                var slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
