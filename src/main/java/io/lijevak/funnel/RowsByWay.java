package io.lijevak.funnel;

/**
 * Where in its columns a block has what belongs to deals and stages: way by way, of each way all its deals in the first
 * stage, then in the second, so that what is counted alike is read in one go.
 */
final class RowsByWay {
    private final Numbers ways;
    /** Place of each deal among those that went its way. */
    private final Numbers places;
    /** By way: how many deals went it, and where its rows begin. */
    private final int[] deals;

    private final int[] begins;

    /** Of the deals that a builder has gathered, which went these ways. */
    RowsByWay(BlockBuilder from, Numbers ways, long[][] way) {
        this.ways = ways;
        deals = new int[way.length];
        begins = new int[way.length];
        var placesOfDeals = new long[from.deals];
        for (var deal = 0; deal < from.deals; deal++) {
            placesOfDeals[deal] = deals[(int) from.ways[deal]]++;
        }
        places = Numbers.of(placesOfDeals, from.deals);
        for (var next = 1; next < way.length; next++) {
            begins[next] = begins[next - 1] + deals[next - 1] * way[next - 1].length;
        }
    }

    /** The row of a deal in one of its stages, from 0. */
    int of(int deal, int stage) {
        return begin((int) ways.at(deal), stage) + (int) places.at(deal);
    }

    /** The first row of a way in one of its stages. */
    int begin(int went, int stage) {
        return begins[went] + stage * deals[went];
    }

    /** Whether so many deals are all that went a way. */
    boolean isWhole(int went, int size) {
        return size == deals[went];
    }

    /** How far the rows of some deals of a way lie from the first of each stage. */
    void places(int[] deal, int size, int[] into) {
        for (var i = 0; i < size; i++) {
            into[i] = (int) places.at(deal[i]);
        }
    }

    /** What a builder has gathered deal by deal, as a column of these rows. */
    Numbers column(BlockBuilder from, long[] gathered) {
        var size = (int) from.starts[from.deals];
        var rows = new long[size];
        for (var deal = 0; deal < from.deals; deal++) {
            var start = (int) from.starts[deal];
            for (var row = start; row < from.starts[deal + 1]; row++) {
                rows[of(deal, row - start)] = gathered[row];
            }
        }
        return Numbers.of(rows, size);
    }

    /** What it takes in memory, in bytes. */
    long size() {
        return places.size() + 8L * deals.length;
    }
}
