package io.lijevak.deals;

import io.lijevak.platform.SearchText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Products in the lines of deals: those of a deal with their names, and those of the catalogue to choose from. */
@Component
public class LineItems {
    private final JdbcClient jdbc;

    /** A line with its product's name and code; the price is in the deal's currency. */
    public record Item(long product, String name, @Nullable String code, BigDecimal quantity, BigDecimal price) {
        public BigDecimal sum() {
            return new DealTerms.Line(product, quantity, price).sum();
        }
    }

    /** A product of the catalogue with its price, when it has one. */
    public record Offer(
            long id,
            String name,
            @Nullable String code,
            @Nullable BigDecimal price,
            @Nullable String currency) {}

    LineItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Item> of(DealId deal) {
        return jdbc.sql("""
                select p.id, p.name, p.code, l.quantity, l.price from deal_line l
                join product p on p.id = l.product_id where l.deal_id = :deal order by l.position, l.id""")
                .param("deal", deal.value())
                .query((row, number) -> new Item(
                        row.getLong(1), row.getString(2), row.getString(3), row.getBigDecimal(4), row.getBigDecimal(5)))
                .list();
    }

    /** Products whose name or code matches the term. */
    public List<Offer> offers(String term) {
        return jdbc.sql("""
                select id, name, code, price, currency from product
                where archived_at is null and search_text like :pattern
                order by search_text like :start desc, name, id limit 10""")
                .param("pattern", SearchText.containing(term))
                .param("start", SearchText.startingWith(term))
                .query((row, number) -> new Offer(
                        row.getLong(1), row.getString(2), row.getString(3), row.getBigDecimal(4), row.getString(5)))
                .list();
    }

    /** The products of some ids, archived ones included. */
    public List<Offer> offers(List<Long> ids) {
        return jdbc.sql("select id, name, code, price, currency from product where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Offer(
                        row.getLong(1), row.getString(2), row.getString(3), row.getBigDecimal(4), row.getString(5)))
                .list();
    }
}
