package io.lijevak.funnel;

import java.util.Arrays;

/** Gathers deals of one block in the order of their ids, each followed by its visits in their order. */
final class HistoryBuilder {
    private static final int DEALS = 1 << Block.BITS;
    final long[] ids = new long[DEALS];
    final long[] types = new long[DEALS];
    final long[] owners = new long[DEALS];
    final long[] sources = new long[DEALS];
    final long[] potentials = new long[DEALS];
    final long[] opened = new long[DEALS];
    final long[] starts = new long[DEALS + 1];
    /** Of each visit: its stage and outcome, its moments, its amounts as distances from that of the deal. */
    long[][] visits = new long[7][DEALS * 4];

    int deals;
    private int rows;

    void deal(long id, long type, long owner, long source, long potential, long openedAt) {
        ids[deals] = id;
        types[deals] = type;
        owners[deals] = owner;
        sources[deals] = source;
        potentials[deals] = potential;
        opened[deals] = openedAt;
    }

    void visit(HistoryRow.Visit visit) {
        if (rows == visits[0].length) {
            visits = Arrays.stream(visits)
                    .map(column -> Arrays.copyOf(column, rows * 2))
                    .toArray(long[][]::new);
        }
        visits[0][rows] = Block.code(visit.stage(), visit.outcome());
        visits[1][rows] = visit.entered();
        visits[2][rows] = visit.left();
        visits[3][rows] = visit.noted();
        visits[4][rows] = visit.leftNoted();
        visits[5][rows] = distance(visit.entry());
        visits[6][rows++] = distance(visit.exit());
    }

    private long distance(long amount) {
        return amount == Numbers.UNKNOWN ? amount : Math.subtractExact(amount, Block.known(potentials[deals]));
    }

    void end() {
        starts[++deals] = rows;
    }

    /** A deal as it stands in a block. */
    void copy(HistoryBlock block, int deal) {
        deal(
                block.ids.at(deal),
                block.types.at(deal),
                block.owners.at(deal),
                block.sources.at(deal),
                block.potentials.at(deal),
                block.opened.at(deal));
        for (var row = (int) block.starts.at(deal); row < block.starts.at(deal + 1); row++) {
            visit(block.visit(deal, row));
        }
        end();
    }

    /** The block of all deals; another can be begun then. */
    HistoryBlock build() {
        var block = new HistoryBlock(this, rows);
        deals = 0;
        rows = 0;
        return block;
    }
}
