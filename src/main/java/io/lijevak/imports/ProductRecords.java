package io.lijevak.imports;

import io.lijevak.platform.SearchText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows as products. */
@Component
class ProductRecords implements Records {
    private static final int TEXT = 200;
    private final JdbcClient jdbc;
    private final StoredRows stored;

    ProductRecords(JdbcClient jdbc, StoredRows stored) {
        this.jdbc = jdbc;
        this.stored = stored;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PRODUCTS;
    }

    @Override
    public String required() {
        return "name";
    }

    @Override
    public void index(KeyIndex index) {
        jdbc.sql("select id, name, code, external_id from product").query(row -> {
            var id = row.getLong("id");
            if (row.getString("external_id") != null) {
                index.add("x:" + row.getString("external_id"), id);
            }
            if (row.getString("code") != null) {
                index.add("c:" + SearchText.fold(row.getString("code")), id);
            }
            index.add(nameKey(row.getString("name")), id);
        });
    }

    @Override
    public Draft draft(RowFields fields, Pass pass) {
        var draft = new Draft(fields.number(), fields.problems());
        draft.set("external_id", fields.text(Field.EXTERNAL_ID, TEXT));
        draft.set("code", fields.text(Field.CODE, TEXT));
        draft.set("name", fields.text(Field.NAME, TEXT));
        var group = fields.text(Field.GROUP, TEXT);
        if (group != null) {
            draft.set("group_id", new Ref(Ref.Type.PRODUCT_GROUP, group, "", fields.heading(Field.GROUP)));
        }
        var price = fields.number(Field.PRICE);
        if (price != null) {
            draft.set("price", price.setScale(2, java.math.RoundingMode.HALF_UP));
            draft.set("currency", Amounts.currency(fields, pass.job()));
        }
        PropertyDraft.read(fields, pass.job(), draft);
        keys(draft);
        return draft;
    }

    private static void keys(Draft draft) {
        if (draft.get("external_id") instanceof String id) {
            draft.keys().add("x:" + id);
        }
        if (draft.get("code") instanceof String code) {
            draft.keys().add("c:" + SearchText.fold(code));
        }
        if (draft.get("name") instanceof String name) {
            draft.keys().add(nameKey(name));
        }
    }

    private static String nameKey(String name) {
        var folded = SearchText.fold(name);
        return "n:" + (folded.isEmpty() ? name : folded);
    }

    @Override
    public boolean agrees(Draft draft, Current current) {
        return CustomerRecords.isFree(draft, current, "code") && CustomerRecords.isFree(draft, current, "external_id");
    }

    @Override
    public Map<Long, Current> current(Collection<Long> ids, boolean hold) {
        if (hold) {
            jdbc.sql("select id from product where id = any(:ids) order by id for update")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(Long.class)
                    .list();
        }
        var found = new HashMap<Long, Current>();
        jdbc.sql("select p.id, p.version, p.import_id, to_jsonb(p) as row from product p where p.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> stored.read(row, List.of()))
                .list()
                .forEach(current -> found.put(current.id(), current));
        return found;
    }

    @Override
    public List<Long> newIds(int count) {
        return NewIds.of("product", count, jdbc);
    }

    @Override
    public void insert(List<Decision> decisions, Job job) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var decision : decisions) {
            var row = new LinkedHashMap<String, Object>();
            decision.draft().values().forEach((column, value) -> StoredRows.put(row, column, value));
            row.put("id", decision.id());
            row.put("search_text", searchText(row));
            rows.add(row);
        }
        jdbc.sql("""
                insert into product (id, code, name, search_text, group_id, price, currency, external_id, properties,
                  import_id)
                overriding system value
                select r.id, r.code, r.name, r.search_text, r.group_id, r.price, r.currency, r.external_id,
                  coalesce(r.properties, '{}'), :import
                from jsonb_populate_recordset(null::product, cast(:rows as jsonb)) r""")
                .param("rows", stored.write(rows))
                .param("import", job.id().value())
                .update();
    }

    @Override
    public void update(List<Map<String, Object>> rows, Job job) {
        rows.forEach(row -> row.put("search_text", searchText(row)));
        jdbc.sql("""
                update product p set code = r.code, name = r.name, search_text = r.search_text, group_id = r.group_id,
                  price = r.price, currency = r.currency, external_id = r.external_id,
                  properties = coalesce(r.properties, '{}'), version = p.version + 1
                from jsonb_populate_recordset(null::product, cast(:rows as jsonb)) r
                where p.id = r.id""").param("rows", stored.write(rows)).update();
    }

    static String searchText(Map<String, ?> row) {
        var code = row.get("code");
        return SearchText.fold(row.get("name") + (code == null ? "" : " " + code));
    }

    @Override
    public void attach(List<Decision> decisions, Job job) {
        // A product is its row alone.
    }
}
