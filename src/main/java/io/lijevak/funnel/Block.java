package io.lijevak.funnel;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The facts of the deals whose ids share all but their last {@link #BITS} bits, in the order of the ids, as columns.
 * Immutable: a change makes another block.
 */
final class Block implements DealBlock {
    static final int BITS = 12;
    static final int STATE = 3;
    static final int BORROW = 4;
    static final int STANDING = 8;
    private static final int OUTCOME_BITS = 3;
    final int deals;
    final Numbers ids;
    final Numbers types;
    final Numbers marks;
    final Numbers owners;
    final Numbers sources;
    final Numbers potentials;
    final Numbers opened;
    final Numbers ended;
    /** The way each deal went, as its place among the ways of the block. */
    final Numbers ways;
    /** Stage and outcome of each stage that deals of the way entered, in the order of their rows; not to be written. */
    final long[][] way;

    private final RowsByWay rows;
    private final Numbers seconds;
    /** Amounts at entry and exit as their distance from the deal's amount now, which mostly is none. */
    private final Numbers entries;

    private final Numbers exits;

    /** Of an open deal the stage where a visit goes on that is not counted here, because it does not touch the period. */
    final Numbers runs;

    /** Of the deals that a builder has gathered. */
    Block(BlockBuilder from) {
        deals = from.deals;
        ids = Numbers.of(from.ids, deals);
        types = Numbers.of(from.types, deals);
        marks = Numbers.of(from.marks, deals);
        owners = Numbers.of(from.owners, deals);
        sources = Numbers.of(from.sources, deals);
        potentials = Numbers.of(from.potentials, deals);
        opened = Numbers.of(from.opened, deals);
        ended = Numbers.of(from.ended, deals);
        runs = Numbers.of(from.runs, deals);
        ways = Numbers.of(from.ways, deals);
        way = from.known.all();
        rows = new RowsByWay(from, ways, way);
        seconds = rows.column(from, from.seconds);
        entries = rows.column(from, from.entries);
        exits = rows.column(from, from.exits);
    }

    static long known(long potential) {
        return potential == Numbers.UNKNOWN ? 0 : potential;
    }

    static long key(long dealId) {
        return dealId >> BITS;
    }

    @Override
    public int deals() {
        return deals;
    }

    @Override
    public long id(int deal) {
        return ids.at(deal);
    }

    int state(int deal) {
        return (int) marks.at(deal) & STATE;
    }

    /** Whether the last stage of the deal is where it stands. */
    boolean stands(int deal) {
        return (marks.at(deal) & STANDING) != 0;
    }

    /** Whether the part of a second at the opening is greater than that at the closing. */
    boolean borrows(int deal) {
        return (marks.at(deal) & BORROW) != 0;
    }

    /** How many stages the deal entered. */
    int stages(int deal) {
        return way[(int) ways.at(deal)].length;
    }

    /** Stage and outcome in the stage {@code row} of the deal, from 0. */
    long code(int deal, int row) {
        return way[(int) ways.at(deal)][row];
    }

    static long code(long stage, int outcome) {
        return stage << OUTCOME_BITS | outcome;
    }

    static int outcome(long stage) {
        return (int) stage & (1 << OUTCOME_BITS) - 1;
    }

    static long stage(long stage) {
        return stage >> OUTCOME_BITS;
    }

    /** Seconds from opening to winning, or {@link Numbers#UNKNOWN}. */
    long secondsToWin(int deal) {
        return state(deal) == FactRow.WON ? took(opened.at(deal), ended.at(deal), borrows(deal)) : Numbers.UNKNOWN;
    }

    /** The same of some deals, all of them won; {@code from} is written too. */
    void secondsToWin(int[] deal, int size, long[] from, long[] into) {
        opened.read(0, deal, size, from);
        ended.read(0, deal, size, into);
        for (var i = 0; i < size; i++) {
            into[i] = took(from[i], into[i], borrows(deal[i]));
        }
    }

    private static long took(long from, long to, boolean borrows) {
        var took = to - from - (borrows ? 1 : 0);
        return from == Numbers.UNKNOWN || to == Numbers.UNKNOWN || took < 0 ? Numbers.UNKNOWN : took;
    }

    /** Seconds of the finished visits of the stage {@code row} of the deal, or {@link Numbers#UNKNOWN}. */
    long finished(int deal, int row) {
        return seconds.at(rows.of(deal, row));
    }

    /** The same of those deals of a way that have these {@link #places}, or of all that went it. */
    void finished(int went, int row, int[] at, int size, long[] into) {
        if (rows.isWhole(went, size)) {
            seconds.read(rows.begin(went, row), size, into);
        } else {
            seconds.read(rows.begin(went, row), at, size, into);
        }
    }

    /** The places of some deals of a way among all of it; nothing when they are all of it. */
    void places(int went, int[] deal, int size, int[] into) {
        if (!rows.isWhole(went, size)) {
            rows.places(deal, size, into);
        }
    }

    /** Seconds in the stage {@code row} of the deal until {@code now}, or {@link Numbers#UNKNOWN}. */
    long seconds(int deal, int row, long now) {
        var finished = finished(deal, row);
        var stage = code(deal, row);
        if (outcome(stage) != FactRow.OPEN && stage(stage) != runs.at(deal)) {
            return finished;
        }
        var since = ended.at(deal);
        return since == Numbers.UNKNOWN
                ? finished
                : (finished == Numbers.UNKNOWN ? 0 : finished) + Math.max(0, now - since);
    }

    /** The amount of the deal when it entered the stage {@code row}. */
    long entry(int deal, int row) {
        return amount(entries.at(rows.of(deal, row)), deal);
    }

    /** The amount of the deal when it left the stage {@code row}; now, when it stands there. */
    long exit(int deal, int row) {
        return outcome(code(deal, row)) == FactRow.OPEN ? potentials.at(deal) : left(deal, row);
    }

    /** The amount that the ledger kept when the deal left the stage {@code row}. */
    long left(int deal, int row) {
        return amount(exits.at(rows.of(deal, row)), deal);
    }

    private long amount(long distance, int deal) {
        return distance == Numbers.UNKNOWN ? distance : distance + known(potentials.at(deal));
    }

    /** What the columns take in memory. */
    long size() {
        return Arrays.stream(way).mapToLong(codes -> 8L * codes.length).sum()
                + rows.size()
                + Stream.of(
                                ids,
                                types,
                                marks,
                                owners,
                                sources,
                                potentials,
                                opened,
                                ended,
                                runs,
                                ways,
                                seconds,
                                entries,
                                exits)
                        .mapToLong(Numbers::size)
                        .sum();
    }
}
