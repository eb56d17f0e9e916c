package io.lijevak.funnel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A formula of the company as an indicator of the matrix.
 *
 * @param owner who wrote it
 * @param retired no longer offered; what names it goes on
 */
public record NamedFormula(
        long id,
        String name,
        Formula formula,
        Format format,
        long owner,
        String ownerName,
        boolean retired,
        int version)
        implements Indicator {
    static final String PREFIX = "formula-";

    /** How its numbers are written. */
    public enum Format {
        NUMBER,
        PERCENT,
        AMOUNT,
        DAYS
    }

    @Override
    public String key() {
        return PREFIX + id;
    }

    /** All deals of the cell, as it may be made of any of them. */
    @Override
    public Figure figure() {
        return Figure.ENTERED;
    }

    @Override
    public boolean timed() {
        return formula.measures().stream().anyMatch(Measure::timed);
    }

    @Override
    public @Nullable BigDecimal of(Figures figures) {
        return formula.of(figures).value();
    }
}
