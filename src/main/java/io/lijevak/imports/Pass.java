package io.lijevak.imports;

import org.jspecify.annotations.Nullable;

/** What one pass over a file knows: the job, the names, the stages, the keys. */
record Pass(Job job, References references, @Nullable StagePlan plan, Keys keys) {
    /**
     * Stored records by key, rows of this file by key, rows by the record they became, how often a key came, the last record
     * of a name above. */
    record Keys(KeyIndex index, KeyIndex inFile, KeyIndex claimed, KeyIndex times, KeyIndex latest) {
        static Keys over(KeyIndex index) {
            return new Keys(index, new KeyIndex(), new KeyIndex(), new KeyIndex(), new KeyIndex());
        }

        /** Counts how often the key has come in this file, from 1. */
        long next(String key) {
            var count = times.get(key) + 1;
            times.put(key, count);
            return count;
        }
    }

    KeyIndex index() {
        return keys.index();
    }
}
