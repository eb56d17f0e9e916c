package io.lijevak.deals;

import io.lijevak.platform.SearchText;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores what is agreed in a deal: its row and its lines. */
@Component
class DealRows {
    private final JdbcClient jdbc;
    private final VisitRows visits;

    DealRows(JdbcClient jdbc, VisitRows visits) {
        this.jdbc = jdbc;
        this.visits = visits;
    }

    DealId insert(Deal deal, DealTerms terms, VisitRows.Recorded recorded) {
        var stage = deal.stage();
        var id = new DealId(jdbc.sql("""
                        insert into deal (title, search_text, type_id, steps_version, stage_id, customer_id,
                          contact_person_id, responsible_id, source_id, amount, currency, rate, expected_close,
                          opened_at, created_at, created_by, properties)
                        values (:title, :search, :type, :steps, :stage, :customer, :contact, :responsible, :source,
                          :amount, :currency, :rate, :expected, :now, :now, :by, cast(:properties as jsonb))
                        returning id""")
                .param("title", deal.title())
                .param("search", SearchText.fold(deal.title()))
                .param("type", deal.type().value())
                .param("steps", deal.stepsVersion())
                .param("stage", stage == null ? null : stage.value())
                .param("customer", terms.customer())
                .param("contact", terms.contact())
                .param("responsible", deal.responsible())
                .param("source", terms.source())
                .param("amount", deal.worth().amount())
                .param("currency", deal.worth().currency())
                .param("rate", deal.worth().rate())
                .param("expected", date(terms))
                .param("now", Timestamp.from(recorded.at()))
                .param("by", recorded.by())
                .param("properties", terms.values().json())
                .query(Long.class)
                .single());
        visits.write(id, deal.ledger(), recorded);
        addLines(id, terms.lines());
        return id;
    }

    /** Stores changed terms; false when the row is not in that version any more. */
    boolean update(DealId id, int version, DealTerms terms, Worth worth) {
        var updated = jdbc.sql("""
                update deal set title = :title, search_text = :search, customer_id = :customer,
                  contact_person_id = :contact, source_id = :source, amount = :amount, currency = :currency,
                  rate = :rate, expected_close = :expected,
                  properties = cast(:properties as jsonb), version = version + 1
                where id = :id and version = :version""")
                .param("title", terms.title().strip())
                .param("search", SearchText.fold(terms.title()))
                .param("customer", terms.customer())
                .param("contact", terms.contact())
                .param("source", terms.source())
                .param("amount", worth.amount())
                .param("currency", worth.currency())
                .param("rate", worth.rate())
                .param("expected", date(terms))
                .param("properties", terms.values().json())
                .param("id", id.value())
                .param("version", version)
                .update();
        return updated == 1;
    }

    void replaceLines(DealId id, List<DealTerms.Line> lines) {
        jdbc.sql("delete from deal_line where deal_id = :id")
                .param("id", id.value())
                .update();
        addLines(id, lines);
    }

    private void addLines(DealId id, List<DealTerms.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into deal_line (deal_id, product_id, quantity, price, position)
                select :id, l.product, l.quantity, l.price, l.place
                from unnest(:products, cast(:quantities as numeric[]), cast(:prices as numeric[]))
                  with ordinality as l(product, quantity, price, place)""")
                .param("id", id.value())
                .param("products", lines.stream().map(DealTerms.Line::product).toArray(Long[]::new))
                .param(
                        "quantities",
                        plain(lines.stream().map(DealTerms.Line::quantity).toList()))
                .param("prices", plain(lines.stream().map(DealTerms.Line::price).toList()))
                .update();
    }

    private static String[] plain(List<BigDecimal> values) {
        return values.stream().map(BigDecimal::toPlainString).toArray(String[]::new);
    }

    private static @Nullable Date date(DealTerms terms) {
        return terms.expectedClose() == null ? null : Date.valueOf(terms.expectedClose());
    }
}
