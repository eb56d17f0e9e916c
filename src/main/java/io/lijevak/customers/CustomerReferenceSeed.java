package io.lijevak.customers;

import io.lijevak.platform.Company;
import io.lijevak.platform.CompanyFounded;
import io.lijevak.platform.web.Texts;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a new company its first sources and categories, in its language; from then on they are its own to change. */
@Component
class CustomerReferenceSeed {
    private static final List<String> SOURCES = List.of(
            "internet",
            "exhibition",
            "existing",
            "recommendation",
            "associations",
            "vendors",
            "directories",
            "registries",
            "advertising",
            "call");
    private static final List<String> CATEGORIES = List.of("key", "regular", "occasional", "partner", "supplier");
    private final JdbcClient jdbc;
    private final Texts texts;

    CustomerReferenceSeed(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @EventListener
    void on(CompanyFounded founded) {
        var company = founded.company();
        jdbc.sql("""
                insert into customer_source (name, position)
                select name, position from unnest(cast(:names as text[])) with ordinality as n (name, position)
                on conflict do nothing""").param("names", names(company, "source", SOURCES)).update();
        jdbc.sql("insert into customer_category (name) select unnest(cast(:names as text[])) on conflict do nothing")
                .param("names", names(company, "category", CATEGORIES))
                .update();
    }

    private String[] names(Company company, String kind, List<String> keys) {
        return keys.stream()
                .map(key -> texts.get(company.language(), "customers.seed." + kind + "." + key))
                .toArray(String[]::new);
    }
}
