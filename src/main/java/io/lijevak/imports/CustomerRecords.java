package io.lijevak.imports;

import io.lijevak.customers.CustomersChanged;
import io.lijevak.customers.SearchIndex;
import io.lijevak.platform.SearchText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows as customers. */
@Component
class CustomerRecords implements Records {
    private static final List<String> LISTS = List.of("phones", "emails", "contacts", "categories");
    private final JdbcClient jdbc;
    private final StoredRows stored;
    private final SearchIndex search;
    private final ApplicationEventPublisher events;

    CustomerRecords(JdbcClient jdbc, StoredRows stored, SearchIndex search, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.search = search;
        this.events = events;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public String required() {
        return "name";
    }

    @Override
    public void index(KeyIndex index) {
        jdbc.sql("""
                select c.id, c.name, c.external_id, c.tax_country || c.tax_number as tax, c.city, p.name as parent
                from customer c left join customer p on p.id = c.parent_id""").query(row -> {
            var id = row.getLong("id");
            var name = row.getString("name");
            var city = text(row.getString("city"));
            if (row.getString("external_id") != null) {
                index.add(CustomerKeys.external(row.getString("external_id")), id);
            }
            if (row.getString("tax") != null) {
                index.add(CustomerKeys.tax(row.getString("tax")), id);
            } else {
                index.add(CustomerKeys.nameWithoutTax(name), id);
            }
            index.add(CustomerKeys.name(name), id);
            index.add(CustomerKeys.place(name, city), id);
            index.add(CustomerKeys.place(name, city, text(row.getString("parent"))), id);
        });
        jdbc.sql("select customer_id, value from contact_point where contact_person_id is null")
                .query(row -> {
                    index.add(CustomerKeys.contact(row.getString("value")), row.getLong("customer_id"));
                });
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public Draft draft(RowFields fields, Pass pass) {
        return CustomerDraft.of(fields, pass.job());
    }

    @Override
    public boolean agrees(Draft draft, Current current) {
        return isFree(draft, current, "tax_number") && isFree(draft, current, "external_id");
    }

    static boolean isFree(Draft draft, Current current, String column) {
        var given = draft.get(column);
        return given == null || current.text(column).isEmpty() || given.equals(current.text(column));
    }

    @Override
    public Map<Long, Current> current(Collection<Long> ids, boolean hold) {
        if (hold) {
            jdbc.sql("select id from customer where id = any(:ids) order by id for update")
                    .param("ids", ids.toArray(Long[]::new))
                    .query(Long.class)
                    .list();
        }
        var found = new HashMap<Long, Current>();
        // The fences keep the planner, who knows nothing of fresh tables, from reading every phone for each customer.
        jdbc.sql("""
                select c.id, c.version, c.import_id, to_jsonb(c) as row,
                  array(select p.value from (select value, kind from contact_point where customer_id = c.id offset 0) p
                    where p.kind = 'PHONE') as phones,
                  array(select p.value from (select value, kind from contact_point where customer_id = c.id offset 0) p
                    where p.kind = 'EMAIL') as emails,
                  array(select name from contact_person k where k.customer_id = c.id) as contacts,
                  array(select category_id::text from customer_in_category g where g.customer_id = c.id) as categories
                from customer c where c.id = any(:ids)""")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> stored.read(row, LISTS))
                .list()
                .forEach(current -> found.put(current.id(), current));
        return found;
    }

    @Override
    public List<Long> newIds(int count) {
        return NewIds.of("customer", count, jdbc);
    }

    @Override
    public void insert(List<Decision> decisions, Job job) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var decision : decisions) {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", decision.id());
            row.put("kind", "COMPANY");
            decision.draft().values().forEach((column, value) -> StoredRows.put(row, column, value));
            row.put("search_text", searchText(decision));
            rows.add(row);
        }
        jdbc.sql("""
                insert into customer (id, kind, name, search_text, tax_country, tax_number, source_id, responsible_id,
                  parent_id, website, note, street, postcode, city, region, country, external_id, properties,
                  created_by, import_id)
                overriding system value
                select r.id, r.kind, r.name, r.search_text, r.tax_country, r.tax_number, r.source_id, r.responsible_id,
                  r.parent_id, r.website, r.note, r.street, r.postcode, r.city, r.region, r.country, r.external_id,
                  coalesce(r.properties, '{}'), :by, :import
                from jsonb_populate_recordset(null::customer, cast(:rows as jsonb)) r""")
                .param("rows", stored.write(rows))
                .param("by", job.user().id())
                .param("import", job.id().value())
                .update();
    }

    /** The text that {@link SearchIndex} would write, so that new rows need not be written twice. */
    private static String searchText(Decision decision) {
        var draft = decision.draft();
        var parts = new ArrayList<String>();
        for (var column : List.of("name", "tax_number", "external_id")) {
            if (draft.get(column) instanceof String text) {
                parts.add(text);
            }
        }
        for (var list : List.of("phones", "emails")) {
            draft.list(list)
                    .forEach(point -> parts.add(((Draft.Point) point).value().replaceFirst("^\\++", "")));
        }
        draft.list("contacts").forEach(name -> parts.add(name.toString()));
        return String.join("\n", parts.stream().map(SearchText::fold).distinct().toList());
    }

    @Override
    public void update(List<Map<String, Object>> rows, Job job) {
        jdbc.sql("""
                update customer c set kind = r.kind, name = r.name, tax_country = r.tax_country,
                  tax_number = r.tax_number, source_id = r.source_id, responsible_id = r.responsible_id,
                  parent_id = r.parent_id, website = r.website, note = r.note, street = r.street,
                  postcode = r.postcode, city = r.city, region = r.region, country = r.country,
                  external_id = r.external_id, properties = coalesce(r.properties, '{}'), version = c.version + 1
                from jsonb_populate_recordset(null::customer, cast(:rows as jsonb)) r
                where c.id = r.id""").param("rows", stored.write(rows)).update();
    }

    @Override
    public void attach(List<Decision> decisions, Job job) {
        new CustomerLists(jdbc, stored, job).write(decisions);
        var ids = decisions.stream().map(Decision::id).toList();
        search.refresh(decisions.stream()
                .filter(decision -> decision.current() != null)
                .map(Decision::id)
                .toList());
        events.publishEvent(new CustomersChanged(ids));
    }
}
