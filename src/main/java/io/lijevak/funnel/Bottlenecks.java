package io.lijevak.funnel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a deal type loses or holds more than was to be expected.
 *
 * @param period the closed funnel of the period, with amounts at exit
 * @param before the same of the 12 months before it
 * @param losses of each stage, in the order of the funnel
 * @param delays likewise
 */
public record Bottlenecks(Funnel period, Funnel before, List<StageLoss> losses, List<StageDelay> delays) {
    /** Fewer decided deals than this say nothing. */
    public static final int ENOUGH = 20;

    public Bottlenecks {
        losses = List.copyOf(losses);
        delays = List.copyOf(delays);
    }

    static Bottlenecks of(
            Funnel period, Funnel before, Map<Long, List<Stay>> stays, Map<Long, List<Stay>> staysBefore) {
        return new Bottlenecks(
                period,
                before,
                new StageLosses(period, before).all(),
                new StageDelays(period, before, stays, staysBefore).all());
    }

    /** The same with the intervals counted again. */
    Bottlenecks counted() {
        return new Bottlenecks(
                period, before, losses.stream().map(StageLoss::counted).toList(), delays);
    }

    /** The stage with the most deals lost beyond the expectation, among those where it is no chance. */
    public Optional<StageLoss> worst() {
        return losses.stream().filter(StageLoss::standsOut).max(Comparator.comparingDouble(StageLoss::excess));
    }

    /** The stage whose middle deal exceeds the expected days most, among those where it is no chance. */
    public Optional<StageDelay> slowest() {
        return delays.stream().filter(StageDelay::standsOut).max(Comparator.comparingDouble(StageDelay::excess));
    }

    /** The chance a stage may have to be named though nothing is wrong: one in twenty for all stages together. */
    static double chance(long stages) {
        return 0.05 / Math.max(1, stages);
    }
}
