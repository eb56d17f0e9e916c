package io.lijevak.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the amounts of a file as its rows go by, so that its own sum and the one taken can be reconciled. */
final class AmountSums {
    private final Map<String, Findings.Sum> sums = new TreeMap<>();

    /** Cents of an amount with parts of a cent. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    void add(Draft draft, boolean isTaken) {
        var written = draft.written();
        if (written != null && draft.get("currency") instanceof String currency) {
            var zero = BigDecimal.ZERO;
            var one = isTaken
                    ? new Findings.Sum(currency, written, zero, cents(written).subtract(written), cents(written))
                    : new Findings.Sum(currency, written, written, zero, zero);
            sums.merge(currency, one, Findings.Sum::plus);
        }
    }

    List<Findings.Sum> all() {
        return List.copyOf(sums.values());
    }
}
