package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The facts of the deals whose ids share all but their last {@link #BITS} bits, in the order of the ids, as columns.
 * Immutable: a change makes another block.
 */
final class Block {
    static final int BITS = 12;
    private static final int STATE = 3;
    private static final int BORROW = 4;
    private static final int STANDING = 8;
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
    /** Index of each deal's first stage, and one more at the end. */
    final Numbers starts;
    /** Stage and outcome of each stage that a deal entered. */
    final Numbers stages;

    final Numbers seconds;
    /** Amounts at entry and exit as their distance from the deal's amount now, which mostly is none. */
    final Numbers entries;

    final Numbers exits;

    /** Of deals in the order of their ids. */
    Block(List<FactRow> rows) {
        deals = rows.size();
        ids = column(rows.stream().mapToLong(FactRow::id).toArray());
        types = column(rows.stream().mapToLong(FactRow::type).toArray());
        marks = column(rows.stream().mapToLong(Block::mark).toArray());
        owners = column(rows.stream().mapToLong(FactRow::owner).toArray());
        sources = column(rows.stream().mapToLong(FactRow::source).toArray());
        potentials = column(rows.stream().mapToLong(FactRow::potential).toArray());
        opened = column(rows.stream().mapToLong(FactRow::opened).toArray());
        ended = column(rows.stream().mapToLong(FactRow::ended).toArray());
        var count = rows.stream().mapToInt(row -> row.stages().size()).sum();
        var begins = new long[deals + 1];
        var stage = new long[count];
        var second = new long[count];
        var entry = new long[count];
        var exit = new long[count];
        var at = 0;
        for (var i = 0; i < deals; i++) {
            var row = rows.get(i);
            for (var one : row.stages()) {
                stage[at] = one.id() << OUTCOME_BITS | one.outcome();
                second[at] = one.seconds();
                entry[at] = distance(one.entry(), row.potential());
                exit[at++] = distance(one.exit(), row.potential());
            }
            begins[i + 1] = at;
        }
        starts = column(begins);
        stages = column(stage);
        seconds = column(second);
        entries = column(entry);
        exits = column(exit);
    }

    private static Numbers column(long[] values) {
        return Numbers.of(values, values.length);
    }

    private static long mark(FactRow row) {
        return row.state() | (row.borrow() ? BORROW : 0) | (row.standing() ? STANDING : 0);
    }

    private static long distance(long amount, long potential) {
        return amount == Numbers.UNKNOWN ? amount : Math.subtractExact(amount, known(potential));
    }

    private static long known(long potential) {
        return potential == Numbers.UNKNOWN ? 0 : potential;
    }

    static long key(long dealId) {
        return dealId >> BITS;
    }

    long key() {
        return key(ids.at(0));
    }

    int state(int deal) {
        return (int) marks.at(deal) & STATE;
    }

    /** Whether the last stage of the deal is where it stands. */
    boolean stands(int deal) {
        return (marks.at(deal) & STANDING) != 0;
    }

    static int outcome(long stage) {
        return (int) stage & (1 << OUTCOME_BITS) - 1;
    }

    static long stage(long stage) {
        return stage >> OUTCOME_BITS;
    }

    /** Seconds from opening to winning, or {@link Numbers#UNKNOWN}. */
    long secondsToWin(int deal) {
        var from = opened.at(deal);
        var to = ended.at(deal);
        if (state(deal) != FactRow.WON || from == Numbers.UNKNOWN || to == Numbers.UNKNOWN) {
            return Numbers.UNKNOWN;
        }
        var took = to - from - ((marks.at(deal) & BORROW) != 0 ? 1 : 0);
        return took < 0 ? Numbers.UNKNOWN : took;
    }

    /** Seconds in the stage {@code row} of the deal until {@code now}, or {@link Numbers#UNKNOWN}. */
    long seconds(int deal, int row, long now) {
        var finished = seconds.at(row);
        if (outcome(stages.at(row)) != FactRow.OPEN) {
            return finished;
        }
        var since = ended.at(deal);
        return since == Numbers.UNKNOWN
                ? finished
                : (finished == Numbers.UNKNOWN ? 0 : finished) + Math.max(0, now - since);
    }

    /** The amount of the deal when it entered the stage {@code row}. */
    long entry(int deal, int row) {
        return amount(entries.at(row), deal);
    }

    /** The amount of the deal when it left the stage {@code row}; now, when it stands there. */
    long exit(int deal, int row) {
        return outcome(stages.at(row)) == FactRow.OPEN ? potentials.at(deal) : left(deal, row);
    }

    /** The amount that the ledger kept when the deal left the stage {@code row}. */
    long left(int deal, int row) {
        return amount(exits.at(row), deal);
    }

    private long amount(long distance, int deal) {
        return distance == Numbers.UNKNOWN ? distance : distance + known(potentials.at(deal));
    }

    /** The facts again, in the order of the ids. */
    List<FactRow> rows() {
        var rows = new ArrayList<FactRow>(deals);
        for (var deal = 0; deal < deals; deal++) {
            rows.add(row(deal));
        }
        return rows;
    }

    private FactRow row(int deal) {
        var held = new ArrayList<FactRow.Stage>();
        for (var row = (int) starts.at(deal); row < starts.at(deal + 1); row++) {
            var stage = stages.at(row);
            held.add(new FactRow.Stage(
                    stage(stage),
                    outcome(stage),
                    seconds.at(row),
                    amount(entries.at(row), deal),
                    amount(exits.at(row), deal)));
        }
        return new FactRow(
                ids.at(deal),
                types.at(deal),
                state(deal),
                owners.at(deal),
                sources.at(deal),
                potentials.at(deal),
                opened.at(deal),
                ended.at(deal),
                (marks.at(deal) & BORROW) != 0,
                held,
                stands(deal));
    }

    /** What the columns take in memory. */
    long size() {
        return Stream.of(
                        ids,
                        types,
                        marks,
                        owners,
                        sources,
                        potentials,
                        opened,
                        ended,
                        starts,
                        stages,
                        seconds,
                        entries,
                        exits)
                .mapToLong(Numbers::size)
                .sum();
    }
}
