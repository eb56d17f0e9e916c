package io.lijevak.deals;

import io.lijevak.platform.CompanyFounded;
import io.lijevak.platform.web.Texts;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a new company its first loss reasons, in its language. */
@Component
class DealReferences {
    private static final List<String> REASONS =
            List.of("price", "competitor", "budget", "need", "timing", "contact", "product", "other");
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
    }
}
