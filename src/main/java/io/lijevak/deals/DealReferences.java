package io.lijevak.deals;

import io.lijevak.platform.CompanyFounded;
import io.lijevak.platform.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a new company its first loss reasons, in its language: what the customer decided, and what our offer lacked. */
@Component
class DealReferences {
    private static final List<String> REASONS =
            List.of("price", "competitor", "budget", "need", "timing", "contact", "product", "other");
    private static final Map<String, List<String>> GROUPS = new TreeMap<>(Map.of(
            "offer", List.of("price", "product"),
            "customer", List.of("budget", "need", "timing", "contact")));
    private final JdbcClient jdbc;
    private final Texts texts;

    DealReferences(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @EventListener
    void on(CompanyFounded founded) {
        for (var key : REASONS) {
            jdbc.sql("insert into loss_reason (name, position, names_competitor) values (:name, :position, :names)")
                    .param("name", texts.get(founded.company().language(), "deals.seed.reason." + key))
                    .param("position", REASONS.indexOf(key) + 1)
                    .param("names", key.equals("competitor"))
                    .update();
        }
        GROUPS.forEach(
                (group, reasons) -> gather(group, reasons, founded.company().language()));
    }

    private void gather(String group, List<String> reasons, String language) {
        jdbc.sql("""
                with parent as (
                  insert into loss_reason (name, position)
                  select :name, min(position) from loss_reason where name = any(:below) returning id)
                update loss_reason set parent_id = (select id from parent) where name = any(:below)""")
                .param("name", texts.get(language, "deals.seed.reason." + group))
                .param(
                        "below",
                        reasons.stream()
                                .map(reason -> texts.get(language, "deals.seed.reason." + reason))
                                .toArray(String[]::new))
                .update();
    }
}
