package io.lijevak.funnel;

/** Whether a stage counts the deals that entered it, or also those that reached a later stage without it. */
public enum Counting {
    RAW,
    BUILT_UP
}
