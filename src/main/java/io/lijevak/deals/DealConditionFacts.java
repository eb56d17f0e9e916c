package io.lijevak.deals;

import io.lijevak.process.FactType;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of a deal that choices in a route may ask for. */
@Component
class DealConditionFacts {
    static final Map<String, FactType> TYPES = Map.copyOf(new TreeMap<>(Map.of(
            "amount", FactType.NUMBER,
            "potential", FactType.NUMBER,
            "currency", FactType.TEXT,
            "customer", FactType.TEXT,
            "contact", FactType.TEXT,
            "source", FactType.TEXT,
            "lifecycle", FactType.TEXT,
            "responsible", FactType.TEXT,
            "lines", FactType.NUMBER)));
    private final JdbcClient jdbc;

    DealConditionFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Object> of(long deal) {
        return jdbc.sql("""
                select d.amount, d.potential, d.currency, c.name as customer, k.name as contact, s.name as source,
                  lower(c.lifecycle) as lifecycle, p.name as responsible,
                  (select count(*) from deal_line l where l.deal_id = d.id)::numeric as lines
                from deal d left join customer c on c.id = d.customer_id
                left join contact_person k on k.id = d.contact_person_id
                left join customer_source s on s.id = d.source_id left join person p on p.id = d.responsible_id
                where d.id = :id""").param("id", deal).query().singleRow().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(HashMap::new, (facts, entry) -> facts.put(entry.getKey(), entry.getValue()), HashMap::putAll);
    }
}
