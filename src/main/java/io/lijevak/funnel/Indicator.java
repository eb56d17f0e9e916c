package io.lijevak.funnel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a cell of a matrix may tell: one of the measures, a formula over them, or how many events its deals have. */
public sealed interface Indicator permits Measure, NamedFormula, EventMeasure {
    /** Its name in addresses. */
    String key();

    /** The deals that the number is taken of. */
    Figure figure();

    /** Whether it is made of durations. */
    boolean timed();

    /** The number of a cell; null where it says nothing. Of a sum it is counted from the sum, never added up. */
    @Nullable
    BigDecimal of(Figures figures);
}
