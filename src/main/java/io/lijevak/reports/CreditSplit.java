package io.lijevak.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits the amount of a won deal among those who led it: by the number of stages that each led to their end. Whole cents
 * are given, each share rounded down first and the cents left over to those whose share lost most by it, by the lower id
 * among equals; so the parts are the amount, to the cent.
 */
final class CreditSplit {
    private CreditSplit() {}

    /** Shares by person; {@code led} has the number of stages of each, all above zero. */
    static Map<Long, BigDecimal> of(BigDecimal amount, Map<Long, Long> led) {
        var stages = led.values().stream().mapToLong(Long::longValue).sum();
        var cents = amount.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY);
        var shares = new LinkedHashMap<Long, BigDecimal>();
        var rests = new LinkedHashMap<Long, BigDecimal>();
        for (var person : led.keySet().stream().sorted().toList()) {
            var exact = cents.multiply(BigDecimal.valueOf(led.getOrDefault(person, 0L)));
            var parts = exact.divideAndRemainder(BigDecimal.valueOf(stages));
            shares.put(person, parts[0]);
            rests.put(person, parts[1]);
        }
        var left = cents.subtract(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .intValueExact();
        largest(rests).stream().limit(left).forEach(person -> shares.merge(person, BigDecimal.ONE, BigDecimal::add));
        shares.replaceAll((person, share) -> share.movePointLeft(2).setScale(2, RoundingMode.UNNECESSARY));
        return shares;
    }

    private static List<Long> largest(Map<Long, BigDecimal> rests) {
        return rests.entrySet().stream()
                .sorted(Map.Entry.<Long, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
