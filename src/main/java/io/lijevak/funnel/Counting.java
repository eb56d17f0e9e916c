package io.lijevak.funnel;

/**
 * Whether a stage counts the deals that entered it, also those that reached a later stage without it, or those that are
 * proven to be there.
 */
public enum Counting {
    RAW,
    BUILT_UP,
    PROVEN
}
