package io.lijevak.funnel;

/** Which deals a funnel shows: those still open, or what became of them. */
public enum FunnelView {
    ACTIVE,
    CLOSED;

    public PeriodRule usualRule() {
        return this == ACTIVE ? PeriodRule.SNAPSHOT : PeriodRule.CLOSED;
    }
}
