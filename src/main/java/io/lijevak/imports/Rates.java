package io.lijevak.imports;

import io.lijevak.deals.CurrencyRates;
import io.lijevak.platform.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rates of currencies on days; before the first known day the first known rate holds. */
final class Rates {
    private final Map<String, TreeMap<LocalDate, BigDecimal>> known = new HashMap<>();
    private final Company company;
    private final LocalDate today;

    Rates(Company company, List<CurrencyRates.Rate> rates, LocalDate today) {
        this.company = company;
        this.today = today;
        rates.forEach(rate -> known.computeIfAbsent(rate.currency(), currency -> new TreeMap<>())
                .put(rate.validFrom(), rate.rate()));
    }

    /** What one unit is worth in the management currency; null when no rate is on record. */
    @Nullable
    BigDecimal on(@Nullable LocalDate day, String currency) {
        if (currency.equals(company.currency())) {
            return BigDecimal.ONE;
        }
        var rates = known.get(currency);
        if (rates == null) {
            return null;
        }
        var floor = rates.floorEntry(day == null ? today : day);
        return (floor == null ? rates.firstEntry() : floor).getValue();
    }
}
