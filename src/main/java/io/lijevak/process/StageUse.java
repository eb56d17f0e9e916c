package io.lijevak.process;

/** Port: whether deals stand at a stage; {@code deals} implements it. */
public interface StageUse {
    /** How many open deals of the type stand at the stage. */
    int openDeals(DealTypeId type, StageId stage);
}
