package io.lijevak.process;

import java.util.Map;

/** Port: whether deals stand at a stage; {@code deals} implements it. */
public interface StageUse {
    /** How many open deals of the type stand at the stage. */
    int openDeals(DealTypeId type, StageId stage);

    /** How many open deals of the type follow each version of its steps; versions that none follows are left out. */
    Map<Integer, Integer> openDeals(DealTypeId type);
}
