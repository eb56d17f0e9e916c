package io.lijevak.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes phones, e-mails, contact persons and categories that rows add to customers. */
final class CustomerLists {
    private final JdbcClient jdbc;
    private final StoredRows stored;
    private final Job job;

    CustomerLists(JdbcClient jdbc, StoredRows stored, Job job) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.job = job;
    }

    void write(List<Decision> decisions) {
        points(decisions, "phones", "PHONE");
        points(decisions, "emails", "EMAIL");
        people(decisions);
        categories(decisions);
    }

    private void points(List<Decision> decisions, String list, String kind) {
        var rows = rows(decisions, list, (id, item) -> {
            var point = (Draft.Point) item;
            return Map.of("customer", id, "value", point.value(), "written", point.written());
        });
        if (rows != null) {
            jdbc.sql("""
                    insert into contact_point (customer_id, kind, value, written, position, import_id)
                    select r.customer, :kind, r.value, r.written, r.place - 1 + (select count(*)
                      from (select kind, contact_person_id from contact_point where customer_id = r.customer offset 0) p
                      where p.contact_person_id is null and p.kind = :kind), :import
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r (customer bigint, value text, written text,
                      place int)""")
                    .param("kind", kind)
                    .param("rows", rows)
                    .param("import", job.id().value())
                    .update();
        }
    }

    private void people(List<Decision> decisions) {
        var rows = rows(decisions, "contacts", (id, item) -> Map.of("customer", id, "name", item));
        if (rows != null) {
            jdbc.sql("""
                    insert into contact_person (customer_id, name, import_id)
                    select r.customer, r.name, :import
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r (customer bigint, name text)""").param("rows", rows).param("import", job.id().value()).update();
        }
    }

    private void categories(List<Decision> decisions) {
        var rows = rows(decisions, "categories", (id, item) -> Map.of("customer", id, "category", item));
        if (rows != null) {
            jdbc.sql("""
                    insert into customer_in_category (customer_id, category_id)
                    select r.customer, r.category
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r (customer bigint, category bigint)
                    on conflict do nothing""").param("rows", rows).update();
        }
    }

    private @Nullable String rows(
            List<Decision> decisions, String list, BiFunction<Long, Object, Map<String, Object>> row) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var decision : decisions) {
            int place = 1;
            for (var item : decision.additions().getOrDefault(list, List.of())) {
                var map = new java.util.LinkedHashMap<>(row.apply(decision.id(), item));
                map.put("place", place++);
                rows.add(map);
            }
        }
        return rows.isEmpty() ? null : stored.write(rows);
    }
}
