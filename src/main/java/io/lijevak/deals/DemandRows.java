package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the lines of primary demand, each valued by the rate of the day. */
@Component
class DemandRows {
    private final JdbcClient jdbc;
    private final CurrencyRates rates;
    private final Companies companies;
    private final Clock clock;

    DemandRows(JdbcClient jdbc, CurrencyRates rates, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.companies = companies;
        this.clock = clock;
    }

    long insert(DealId deal, DemandLine.Fields given, long by) {
        return jdbc.sql("""
                insert into deal_demand (deal_id, wish, amount, currency, rate, satisfied, reason_id, comment, position,
                  created_at, created_by)
                select :deal, :wish, :amount, :currency, :rate, :satisfied, :reason, :comment,
                  coalesce(max(position), 0) + 1, :now, :by
                from deal_demand where deal_id = :deal returning id""")
                .param("deal", deal.value())
                .params(parameters(given))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** False when the row is not in that version any more. */
    boolean update(long id, int version, DemandLine.Fields given) {
        return jdbc.sql("""
                update deal_demand set wish = :wish, amount = :amount,
                  rate = case when currency = :currency then rate else :rate end, currency = :currency,
                  satisfied = :satisfied, reason_id = :reason, comment = :comment, version = version + 1
                where id = :id and version = :version""")
                        .params(parameters(given))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void delete(long id) {
        jdbc.sql("delete from deal_demand where id = :id").param("id", id).update();
    }

    /** Says of the lines of a deal that nobody has said anything about how much was satisfied. */
    void satisfy(DealId deal, int percent, @Nullable String comment) {
        jdbc.sql("""
                update deal_demand set satisfied = :percent, comment = coalesce(comment, :comment), version = version + 1
                where deal_id = :deal and satisfied is null""")
                .param("percent", percent)
                .param("comment", comment)
                .param("deal", deal.value())
                .update();
    }

    private Map<String, @Nullable Object> parameters(DemandLine.Fields given) {
        var values = new HashMap<String, @Nullable Object>();
        var currency = given.currency().strip().toUpperCase(Locale.ROOT);
        values.put("wish", given.wish().strip());
        values.put("amount", given.amount());
        values.put("currency", currency);
        values.put("rate", rate(currency));
        values.put("satisfied", given.satisfied());
        values.put("reason", given.satisfied() != null && given.satisfied() < 100 ? given.reason() : null);
        values.put("comment", given.comment());
        return values;
    }

    private BigDecimal rate(String currency) {
        return rates.on(companies.current().today(clock), currency)
                .orElseThrow(() -> InvalidInput.at("currency", "deals.error.rate.missing", currency));
    }
}
