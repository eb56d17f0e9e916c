package io.lijevak.deals;

import io.lijevak.process.DealTypeId;
import io.lijevak.process.StageId;
import org.jspecify.annotations.Nullable;

/** A deal to create: its type, the stage it begins at (null: the first), who answers for it, its terms. */
public record NewDeal(
        DealTypeId type, @Nullable StageId stage, @Nullable Long responsible, DealTerms terms) {}
