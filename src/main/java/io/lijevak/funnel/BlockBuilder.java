package io.lijevak.funnel;

import java.util.Arrays;

/**
 * Gathers deals of one block in the order of their ids, each followed by the stages it entered: amounts in minor units,
 * moments in microseconds since 1970, each {@link Numbers#UNKNOWN} where it is not known.
 */
final class BlockBuilder {
    private static final long SECOND = 1_000_000;
    private static final int DEALS = 1 << Block.BITS;
    /** Of each deal. */
    final long[] ids = new long[DEALS];

    final long[] types = new long[DEALS];
    final long[] marks = new long[DEALS];
    final long[] owners = new long[DEALS];
    final long[] sources = new long[DEALS];
    final long[] potentials = new long[DEALS];
    final long[] opened = new long[DEALS];
    final long[] ended = new long[DEALS];
    final long[] runs = new long[DEALS];
    final long[] starts = new long[DEALS + 1];
    final long[] ways = new long[DEALS];
    final Sequences known = new Sequences();
    /** Of each stage. */
    private long[] stages = new long[DEALS * 4];

    long[] seconds = new long[DEALS * 4];
    long[] entries = new long[DEALS * 4];
    long[] exits = new long[DEALS * 4];
    int deals;
    private int rows;
    private int standing;
    private long since;
    private boolean goesOn;

    /** Begins a deal. */
    void deal(long id, long type, int state, long owner, long source, long potential) {
        ids[deals] = id;
        types[deals] = type;
        marks[deals] = state;
        owners[deals] = owner;
        sources[deals] = source;
        potentials[deals] = potential;
        runs[deals] = Numbers.UNKNOWN;
        standing = -1;
        since = Numbers.UNKNOWN;
        goesOn = false;
    }

    /** A stage that the deal entered, by the outcome of its last visit there; {@code openSince} of a visit that goes on. */
    void stage(long id, int outcome, long finished, long entry, long exit, boolean stands, long openSince) {
        if (rows == stages.length) {
            stages = Arrays.copyOf(stages, rows * 2);
            seconds = Arrays.copyOf(seconds, rows * 2);
            entries = Arrays.copyOf(entries, rows * 2);
            exits = Arrays.copyOf(exits, rows * 2);
        }
        if (stands) {
            standing = rows;
        }
        if (openSince != Numbers.UNKNOWN) {
            since = openSince;
        }
        goesOn |= outcome == FactRow.OPEN;
        stages[rows] = Block.code(id, outcome);
        seconds[rows] = finished;
        entries[rows] = distance(entry);
        exits[rows++] = distance(exit);
    }

    /** The deal stands in this stage since {@link #stage}'s moment, but no row says so. */
    void runsIn(long stage) {
        runs[deals] = stage;
    }

    /** Ends the deal. */
    void end(long openedAt, long closedAt) {
        var isOpen = marks[deals] == FactRow.OPEN;
        if (goesOn && !isOpen) {
            throw new FactRow.UnfitFacts("deal " + ids[deals] + " is closed and stands in a stage");
        }
        var known = !isOpen && closedAt != Numbers.UNKNOWN && openedAt != Numbers.UNKNOWN;
        var borrow = known && Math.floorMod(openedAt, SECOND) > Math.floorMod(closedAt, SECOND);
        opened[deals] = floor(openedAt);
        end(isOpen ? ceil(since) : floor(closedAt), borrow);
    }

    private void end(long endedAt, boolean borrow) {
        ended[deals] = endedAt;
        marks[deals] |= (borrow ? Block.BORROW : 0) | (standing >= 0 ? Block.STANDING : 0);
        if (standing >= 0 && standing < rows - 1) {
            swap(stages);
            swap(seconds);
            swap(entries);
            swap(exits);
        }
        ways[deals] = known.of(stages, (int) starts[deals], rows);
        starts[++deals] = rows;
    }

    private void swap(long[] column) {
        var last = column[rows - 1];
        column[rows - 1] = column[standing];
        column[standing] = last;
    }

    /** A deal as it stands in a block. */
    void copy(Block block, int deal) {
        deal(
                block.ids.at(deal),
                block.types.at(deal),
                block.state(deal),
                block.owners.at(deal),
                block.sources.at(deal),
                block.potentials.at(deal));
        var entered = block.stages(deal);
        for (var row = 0; row < entered; row++) {
            var stage = block.code(deal, row);
            stage(
                    Block.stage(stage),
                    Block.outcome(stage),
                    block.finished(deal, row),
                    block.entry(deal, row),
                    block.left(deal, row),
                    block.stands(deal) && row == entered - 1,
                    Numbers.UNKNOWN);
        }
        opened[deals] = block.opened.at(deal);
        runs[deals] = block.runs.at(deal);
        end(block.ended.at(deal), block.borrows(deal));
    }

    /** The block of all deals; another can be begun then. */
    Block build() {
        var block = new Block(this);
        deals = 0;
        rows = 0;
        known.clear();
        return block;
    }

    private long distance(long amount) {
        return amount == Numbers.UNKNOWN ? amount : Math.subtractExact(amount, Block.known(potentials[deals]));
    }

    private static long floor(long micros) {
        return micros == Numbers.UNKNOWN ? micros : Math.floorDiv(micros, SECOND);
    }

    private static long ceil(long micros) {
        return micros == Numbers.UNKNOWN ? micros : Math.ceilDiv(micros, SECOND);
    }
}
