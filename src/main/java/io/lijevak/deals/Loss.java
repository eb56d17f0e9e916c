package io.lijevak.deals;

import org.jspecify.annotations.Nullable;

/** Why a deal was lost: the reason, the competitor where the reason names one, words. */
public record Loss(
        long reason, @Nullable Long competitor, @Nullable String note) {}
