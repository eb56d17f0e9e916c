package io.lijevak.funnel;

import java.util.Arrays;

/** The chosen deals of a block, those that went the same way with the same marks together. */
final class DealsByWay {
    private static final int MARKS = Block.STATE | Block.STANDING;
    private static final int KEYS = MARKS + 1;
    private final int[] keys = new int[1 << Block.BITS];
    private final int[] order = new int[1 << Block.BITS];
    private int[] ends = new int[0];
    /** The deals of the group at hand, and their cells. */
    final int[] deals = new int[1 << Block.BITS];

    final int[] cells = new int[1 << Block.BITS];
    int size;
    private final int[] places = new int[1 << Block.BITS];
    private boolean placed;

    /** Takes one group after another. */
    @FunctionalInterface
    interface Groups {
        /** {@code went}: a way of the block; {@code marks} that its deals share. */
        void take(int went, int marks);
    }

    /** Shows the groups of the chosen deals, which have these cells. */
    void each(Block block, ChosenDeals chosen, int[] cellOf, Groups to) {
        sort(block, chosen);
        var from = 0;
        for (var key = 0; key < block.way.length * KEYS; key++) {
            if (ends[key] > from) {
                size = 0;
                placed = false;
                while (from < ends[key]) {
                    var i = order[from++];
                    deals[size] = chosen.deals[i];
                    cells[size++] = cellOf[i];
                }
                to.take(key / KEYS, key % KEYS);
            }
        }
    }

    /** How long each deal of the group stayed in one of its stages until a moment, as {@link Block#seconds} tells it. */
    void seconds(Block block, int went, int stage, long moment, long[] into) {
        if (Block.outcome(block.way[went][stage]) == FactRow.OPEN || !block.runs.isAlways(Numbers.UNKNOWN)) {
            for (var i = 0; i < size; i++) {
                into[i] = block.seconds(deals[i], stage, moment);
            }
            return;
        }
        if (!placed) {
            block.places(went, deals, size, places);
            placed = true;
        }
        block.finished(went, stage, places, size, into);
    }

    /** By counting; of the same group in the order of the block. */
    private void sort(Block block, ChosenDeals chosen) {
        var all = block.way.length * KEYS;
        if (ends.length < all) {
            ends = new int[all];
        }
        Arrays.fill(ends, 0, all, 0);
        var went = chosen.read(block.ways);
        for (var i = 0; i < chosen.size; i++) {
            keys[i] = (int) went[i] * KEYS + ((int) chosen.marks[chosen.deals[i]] & MARKS);
            ends[keys[i]]++;
        }
        var begin = 0;
        for (var key = 0; key < all; key++) {
            var members = ends[key];
            ends[key] = begin;
            begin += members;
        }
        for (var i = 0; i < chosen.size; i++) {
            order[ends[keys[i]]++] = i;
        }
    }
}
