package io.lijevak.funnel;

import java.util.Optional;

/** An engine that counts: all give the same answer, and not each can answer everything. */
interface CountsDeals {
    /** The answer with everything in it that was committed before the call; empty when this engine cannot give it now. */
    Optional<Counts> count(Pivot pivot);
}
