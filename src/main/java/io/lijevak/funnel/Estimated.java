package io.lijevak.funnel;

import java.math.BigDecimal;

/**
 * What reps estimate of the open deals in a stage.
 *
 * @param deals how many have an estimate
 * @param share mean of their estimates, of one
 * @param expected their amounts times their estimates, in the company's currency
 */
public record Estimated(long deals, double share, BigDecimal expected) {}
