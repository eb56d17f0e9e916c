package io.lijevak.funnel;

/**
 * A rate with what it rests on.
 *
 * @param trials the decided deals it was counted from
 * @param estimate of one, drawn towards the rates of its like
 * @param low the rate is above it with 95 % probability
 * @param high the rate is below it with 95 % probability
 */
public record Rate(Trials trials, double estimate, double low, double high) {}
