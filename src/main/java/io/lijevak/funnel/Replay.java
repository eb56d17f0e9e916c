package io.lijevak.funnel;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the visits of deals make of them at a moment, as {@link LedgerCells} tells it in SQL: visits known then, of which
 * the last may go on though it was left later; of the selected ones the last in each stage counts.
 */
final class Replay {
    /**
     * A moment, and which visits are selected; microseconds since 1970.
     *
     * @param asOf only what was known before
     * @param from only visits that touch the period from here
     * @param until to here
     */
    record Moment(long asOf, long from, long until) {
        static Moment of(Selection selection) {
            var overlap = selection.query().rule() == PeriodRule.OVERLAP;
            var past = selection.asOf();
            return new Moment(
                    past == null ? Long.MAX_VALUE : micros(past),
                    overlap ? micros(selection.from()) : Long.MIN_VALUE,
                    overlap ? micros(selection.until()) : Long.MAX_VALUE);
        }

        private static long micros(Instant instant) {
            return Math.multiplyExact(instant.getEpochSecond(), 1_000_000L);
        }
    }

    private static final long SECOND = 1_000_000;
    private final HistoryBlock block;
    private final Moment moment;
    private final BlockBuilder builder = new BlockBuilder();
    /** The visits of a deal that are known, and of each stage among them the last selected visit, its time and begin. */
    private int[] known = new int[64];

    private int visits;
    private long[] stages = new long[64];
    private int[] last = new int[64];
    private long[] spent = new long[64];
    private long[] since = new long[64];
    private int places;

    private Replay(HistoryBlock block, Moment moment) {
        this.block = block;
        this.moment = moment;
    }

    /** The deals of a block that were there and are selected. */
    static Optional<Block> of(HistoryBlock block, Moment moment) {
        var replay = new Replay(block, moment);
        for (var deal = 0; deal < block.deals; deal++) {
            replay.deal(deal);
        }
        return replay.builder.deals == 0 ? Optional.empty() : Optional.of(replay.builder.build());
    }

    private void deal(int deal) {
        gather(deal);
        if (visits == 0) {
            return;
        }
        var lastVisit = known[visits - 1];
        var ended = outcome(visits - 1);
        var state = ended == FactRow.WON || ended == FactRow.LOST ? ended : FactRow.OPEN;
        var isWhole = Block.stage(block.stages.at(lastVisit)) == HistoryRow.NO_STAGE;
        if (isWhole ? !isSelected(lastVisit, state) : !gatherStages()) {
            return;
        }
        builder.deal(
                block.ids.at(deal),
                block.types.at(deal),
                state,
                block.owners.at(deal),
                block.sources.at(deal),
                block.potentials.at(deal));
        if (!isWhole) {
            write(deal);
        }
        builder.end(block.opened.at(deal), state == FactRow.OPEN ? Numbers.UNKNOWN : block.left.at(lastVisit));
    }

    private void gather(int deal) {
        visits = 0;
        var end = (int) block.starts.at(deal + 1);
        for (var visit = (int) block.starts.at(deal); visit < end; visit++) {
            if (knownFrom(visit) < moment.asOf()) {
                if (visits == known.length) {
                    known = Arrays.copyOf(known, visits * 2);
                }
                known[visits++] = visit;
            }
        }
    }

    private long knownFrom(int visit) {
        var entered = block.entered.at(visit);
        if (entered != Numbers.UNKNOWN) {
            return entered;
        }
        var left = block.left.at(visit);
        return left == Numbers.UNKNOWN ? block.noted.at(visit) : left;
    }

    private long knownUntil(int visit) {
        var left = block.left.at(visit);
        return left == Numbers.UNKNOWN ? block.leftNoted.at(visit) : left;
    }

    /** The outcome of a known visit; the last one goes on when it was left later. */
    private int outcome(int place) {
        var visit = known[place];
        var outcome = Block.outcome(block.stages.at(visit));
        return place < visits - 1 || outcome == FactRow.OPEN || knownUntil(visit) < moment.asOf()
                ? outcome
                : FactRow.OPEN;
    }

    private boolean isSelected(int visit, int outcome) {
        return knownFrom(visit) < moment.until() && (outcome == FactRow.OPEN || knownUntil(visit) >= moment.from());
    }

    /** Whether the deal entered any stage. */
    private boolean gatherStages() {
        places = 0;
        var any = false;
        for (var i = 0; i < visits; i++) {
            var visit = known[i];
            var outcome = outcome(i);
            var place = place(Block.stage(block.stages.at(visit)));
            var entered = block.entered.at(visit);
            if (outcome == FactRow.OPEN) {
                since[place] = Math.max(since[place], entered);
            } else if (outcome != HistoryRow.SKIPPED && entered != Numbers.UNKNOWN) {
                var left = block.left.at(visit);
                if (left != Numbers.UNKNOWN) {
                    spent[place] = (spent[place] == Numbers.UNKNOWN ? 0 : spent[place]) + left - entered;
                }
            }
            if (outcome != HistoryRow.SKIPPED && outcome != HistoryRow.SWITCHED && isSelected(visit, outcome)) {
                last[place] = i;
                any = true;
            }
        }
        return any;
    }

    private int place(long stage) {
        for (var place = 0; place < places; place++) {
            if (stages[place] == stage) {
                return place;
            }
        }
        if (places == stages.length) {
            stages = Arrays.copyOf(stages, places * 2);
            last = Arrays.copyOf(last, places * 2);
            spent = Arrays.copyOf(spent, places * 2);
            since = Arrays.copyOf(since, places * 2);
        }
        stages[places] = stage;
        last[places] = -1;
        spent[places] = Numbers.UNKNOWN;
        since[places] = Numbers.UNKNOWN;
        return places++;
    }

    private void write(int deal) {
        var latest = Arrays.stream(last, 0, places).max().orElseThrow();
        for (var place = 0; place < places; place++) {
            if (last[place] >= 0) {
                var visit = known[last[place]];
                var outcome = outcome(last[place]);
                builder.stage(
                        stages[place],
                        outcome,
                        spent[place] == Numbers.UNKNOWN ? Numbers.UNKNOWN : Math.floorDiv(spent[place], SECOND),
                        block.entry(deal, visit),
                        block.exit(deal, visit),
                        last[place] == latest,
                        since[place]);
                if (outcome != FactRow.OPEN && since[place] != Numbers.UNKNOWN) {
                    builder.runsIn(stages[place]);
                }
            }
        }
    }
}
