package io.lijevak.funnel;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The visits of the deals whose ids share all but their last {@link Block#BITS} bits, as columns. Immutable. */
final class HistoryBlock implements DealBlock {
    final int deals;
    final Numbers ids;
    final Numbers types;
    final Numbers owners;
    final Numbers sources;
    final Numbers potentials;
    final Micros opened;
    /** Index of each deal's first visit, and one more at the end. */
    final Numbers starts;
    /** Stage and outcome of each visit. */
    final Numbers stages;

    final Micros entered;
    final Micros left;
    final Micros noted;
    final Micros leftNoted;
    private final Numbers entries;
    private final Numbers exits;

    /** Of the deals that a builder has gathered, with so many visits. */
    HistoryBlock(HistoryBuilder from, int rows) {
        deals = from.deals;
        ids = Numbers.of(from.ids, deals);
        types = Numbers.of(from.types, deals);
        owners = Numbers.of(from.owners, deals);
        sources = Numbers.of(from.sources, deals);
        potentials = Numbers.of(from.potentials, deals);
        opened = Micros.of(from.opened, deals);
        starts = Numbers.of(from.starts, deals + 1);
        stages = Numbers.of(from.visits[0], rows);
        entered = Micros.of(from.visits[1], rows);
        left = Micros.of(from.visits[2], rows);
        noted = Micros.of(from.visits[3], rows);
        leftNoted = Micros.of(from.visits[4], rows);
        entries = Numbers.of(from.visits[5], rows);
        exits = Numbers.of(from.visits[6], rows);
    }

    @Override
    public int deals() {
        return deals;
    }

    @Override
    public long id(int deal) {
        return ids.at(deal);
    }

    /** The amount of the deal when the visit began. */
    long entry(int deal, int row) {
        return amount(entries.at(row), deal);
    }

    /** The amount of the deal when the visit ended. */
    long exit(int deal, int row) {
        return amount(exits.at(row), deal);
    }

    private long amount(long distance, int deal) {
        return distance == Numbers.UNKNOWN ? distance : distance + Block.known(potentials.at(deal));
    }

    HistoryRow.Visit visit(int deal, int row) {
        var stage = stages.at(row);
        return new HistoryRow.Visit(
                Block.stage(stage),
                Block.outcome(stage),
                entered.at(row),
                left.at(row),
                noted.at(row),
                leftNoted.at(row),
                entry(deal, row),
                exit(deal, row));
    }

    /** What the columns take in memory. */
    long size() {
        return LongStream.concat(
                        Stream.of(ids, types, owners, sources, potentials, starts, stages, entries, exits)
                                .mapToLong(Numbers::size),
                        Stream.of(opened, entered, left, noted, leftNoted).mapToLong(Micros::size))
                .sum();
    }
}
