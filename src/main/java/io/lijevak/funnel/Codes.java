package io.lijevak.funnel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids as places in a list, from 0; one that is not known has the place after the last. */
final class Codes {
    private static final int DIRECT = 1 << 16;
    private final int size;
    private final int[] direct;
    private final Map<Long, Integer> others = new HashMap<>();

    Codes(List<Long> ids) {
        size = ids.size();
        direct = new int
                [(int) Math.clamp(ids.stream().mapToLong(Long::longValue).max().orElse(0) + 1, 1, DIRECT)];
        for (var code = 0; code < size; code++) {
            var id = ids.get(code);
            if (id >= 0 && id < direct.length) {
                direct[id.intValue()] = code + 1;
            } else {
                others.put(id, code);
            }
        }
    }

    /** How many codes there are, with that of what is not known. */
    int size() {
        return size + 1;
    }

    /** The place of the id; of an id that is in no list, none can be given. */
    int of(long id) {
        if (id == Numbers.UNKNOWN) {
            return size;
        }
        if (id >= 0 && id < direct.length) {
            var code = direct[(int) id] - 1;
            if (code >= 0) {
                return code;
            }
        }
        var other = others.get(id);
        if (other == null) {
            throw new FactRow.UnfitFacts("id " + id + " became known after the question was asked");
        }
        return other;
    }
}
