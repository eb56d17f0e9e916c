package io.lijevak.imports;

import io.lijevak.deals.DealsChanged;
import io.lijevak.deals.KnownPast;
import io.lijevak.deals.RecordKnownHistory;
import io.lijevak.process.StageId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what hangs on imported deals: their known past and their product; then tells that they changed. */
@Component
class DealLedger {
    private final JdbcClient jdbc;
    private final StoredRows stored;
    private final RecordKnownHistory history;
    private final ApplicationEventPublisher events;

    DealLedger(JdbcClient jdbc, StoredRows stored, RecordKnownHistory history, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.history = history;
        this.events = events;
    }

    void write(List<Decision> decisions, Job job) {
        var begun = new LinkedHashMap<Long, KnownPast>();
        var lines = new ArrayList<Map<String, Object>>();
        for (var decision : decisions) {
            var past = decision.draft().past();
            if (decision.isNew() && past != null) {
                begun.put(decision.id(), known(decision, past));
            } else if (past != null && decision.extended() < 0) {
                decision.extended(history.carryOn(decision.id(), known(decision, past), job.user()));
            }
            lines(decision, lines);
        }
        history.begin(begun, job.user().id());
        insert(lines);
        events.publishEvent(
                new DealsChanged(decisions.stream().map(Decision::id).toList()));
    }

    private static KnownPast known(Decision decision, Draft.DealPast past) {
        var draft = decision.draft();
        var stages = past.route().stops().subList(0, past.reached() + 1).stream()
                .map(stop -> new StageId(stop.stage()))
                .toList();
        var potential = draft.get("amount") instanceof BigDecimal amount && draft.get("rate") instanceof BigDecimal rate
                ? amount.multiply(rate).setScale(2, RoundingMode.HALF_UP)
                : null;
        return new KnownPast(
                past.route().stepsVersion(), stages, past.entered(), past.outcome(), past.closed(), potential, (Long)
                        draft.get("responsible_id"));
    }

    private static void lines(Decision decision, List<Map<String, Object>> rows) {
        for (var item : decision.additions().getOrDefault("products", List.of())) {
            var line = (Draft.Line) item;
            var row = new LinkedHashMap<String, Object>();
            row.put("deal", decision.id());
            row.put("product", line.product());
            if (line.price() != null) {
                row.put("price", Objects.requireNonNull(line.price()));
            }
            rows.add(row);
        }
    }

    private void insert(List<Map<String, Object>> lines) {
        if (!lines.isEmpty()) {
            jdbc.sql("""
                    insert into deal_line (deal_id, product_id, quantity, price)
                    select r.deal, r.product, 1, coalesce(r.price, p.price, 0)
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r (deal bigint, product bigint, price numeric)
                    join product p on p.id = r.product""").param("rows", stored.write(lines)).update();
        }
    }
}
