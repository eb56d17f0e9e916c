package io.lijevak.deals;

import io.lijevak.deals.DealTerms.Line;
import io.lijevak.properties.PropertyValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the terms of a deal as they are stored. */
@Component
public class StoredTerms {
    private final JdbcClient jdbc;

    StoredTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<DealTerms> of(DealId id) {
        return jdbc.sql("""
                select title, customer_id, contact_person_id, source_id, expected_close, amount, currency, rate,
                  properties
                from deal where id = :id""")
                .param("id", id.value())
                .query((row, number) -> new DealTerms(
                        row.getString("title"),
                        (Long) row.getObject("customer_id"),
                        (Long) row.getObject("contact_person_id"),
                        (Long) row.getObject("source_id"),
                        row.getObject("expected_close", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getBigDecimal("rate"),
                        lines(id),
                        PropertyValues.read(row.getString("properties"))))
                .optional();
    }

    private List<Line> lines(DealId id) {
        return jdbc.sql("select product_id, quantity, price from deal_line where deal_id = :id order by position, id")
                .param("id", id.value())
                .query((row, number) -> new Line(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3)))
                .list();
    }
}
