package io.lijevak.deals;

import io.lijevak.platform.Companies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rates of currencies in the management currency, each valid from a day on until the next. */
@Component
public class CurrencyRates {
    private final JdbcClient jdbc;
    private final Companies companies;

    /** The price of one unit of the currency in the management currency, from a day on. */
    public record Rate(String currency, LocalDate validFrom, BigDecimal rate) {}

    CurrencyRates(JdbcClient jdbc, Companies companies) {
        this.jdbc = jdbc;
        this.companies = companies;
    }

    /** The rate in force on a day; 1 for the management currency itself, empty when none is on record. */
    public Optional<BigDecimal> on(LocalDate day, String currency) {
        if (currency.equals(companies.current().currency())) {
            return Optional.of(BigDecimal.ONE);
        }
        return jdbc.sql("""
                select rate from currency_rate where currency = :currency and valid_from <= :day
                order by valid_from desc limit 1""")
                .param("currency", currency)
                .param("day", day)
                .query(BigDecimal.class)
                .optional();
    }

    /** Every rate on record, newest first within each currency. */
    public List<Rate> all() {
        return jdbc.sql("select currency, valid_from, rate from currency_rate order by currency, valid_from desc")
                .query((row, number) ->
                        new Rate(row.getString(1), row.getObject(2, LocalDate.class), row.getBigDecimal(3)))
                .list();
    }

    /** The currencies a deal may be in: the management currency first, then those with a rate. */
    public List<String> currencies() {
        var own = companies.current().currency();
        var others = jdbc.sql("select distinct currency from currency_rate where currency <> :own order by 1")
                .param("own", own)
                .query(String.class)
                .list();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(own), others.stream())
                .toList();
    }
}
