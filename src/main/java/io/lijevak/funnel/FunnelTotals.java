package io.lijevak.funnel;

import java.util.OptionalDouble;

/**
 * The deals of the whole funnel, each counted once.
 *
 * @param daysToWin from opening to closing, of the won ones
 * @param undated deals that the rule leaves out, because the date it asks for is not known
 */
public record FunnelTotals(Tally won, Tally lost, Tally inWork, Days daysToWin, long undated) {
    public Tally all() {
        return won.plus(lost).plus(inWork);
    }

    /** Won among won and lost. */
    public OptionalDouble winRate() {
        return StageFigures.share(won.count(), won.count() + lost.count());
    }
}
