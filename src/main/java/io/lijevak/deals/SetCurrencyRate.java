package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the rate of a currency on record, from a day on; deals keep the rate they were written with. */
@Component
public class SetCurrencyRate {
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");
    private final JdbcClient jdbc;
    private final Companies companies;

    SetCurrencyRate(JdbcClient jdbc, Companies companies) {
        this.jdbc = jdbc;
        this.companies = companies;
    }

    /** Refuses what is no currency, the management currency itself, and a rate that is not positive. */
    @Transactional
    public void from(@Nullable LocalDate day, String currency, @Nullable BigDecimal rate, CurrentUser user) {
        user.require(Resource.SYSTEM, Action.EDIT);
        var code = currency.strip().toUpperCase(Locale.ROOT);
        if (!isCurrency(code)) {
            throw InvalidInput.at("currency", "deals.error.currency.unknown", currency);
        }
        if (code.equals(companies.current().currency())) {
            throw InvalidInput.at("currency", "deals.error.currency.own", code);
        }
        if (rate == null || rate.signum() <= 0 || rate.compareTo(LARGEST) > 0) {
            throw InvalidInput.at("rate", "deals.error.rate.positive");
        }
        if (day == null) {
            throw InvalidInput.at("validFrom", "deals.error.day.missing");
        }
        jdbc.sql("""
                insert into currency_rate (currency, valid_from, rate) values (:currency, :day, :rate)
                on conflict (currency, valid_from) do update set rate = excluded.rate""")
                .param("currency", code)
                .param("day", Date.valueOf(day))
                .param("rate", rate)
                .update();
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
