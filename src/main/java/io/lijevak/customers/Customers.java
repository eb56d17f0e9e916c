package io.lijevak.customers;

import io.lijevak.platform.Languages;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import io.lijevak.properties.PropertyValues;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customers' rows; use cases guard what is written. */
@Component
public class Customers {
    private final JdbcClient jdbc;
    private final ContactPoints points;
    private final SearchIndex search;
    private final Clock clock;

    Customers(JdbcClient jdbc, ContactPoints points, SearchIndex search, Clock clock) {
        this.jdbc = jdbc;
        this.points = points;
        this.search = search;
        this.clock = clock;
    }

    public Optional<Customer> find(CustomerId id) {
        return jdbc.sql("""
                select c.*, s.name as source, p.name as responsible, m.name as parent,
                  array(select value from contact_point x where x.customer_id = c.id and x.contact_person_id is null
                        and x.kind = 'PHONE' order by position, id) as phones,
                  array(select value from contact_point x where x.customer_id = c.id and x.contact_person_id is null
                        and x.kind = 'EMAIL' order by position, id) as emails,
                  array(select k.id from customer_in_category i join customer_category k on k.id = i.category_id
                        where i.customer_id = c.id order by k.name, k.id) as category_ids,
                  array(select k.name from customer_in_category i join customer_category k on k.id = i.category_id
                        where i.customer_id = c.id order by k.name, k.id) as categories
                from customer c
                  left join customer_source s on s.id = c.source_id
                  left join person p on p.id = c.responsible_id
                  left join customer m on m.id = c.parent_id
                where c.id = :id""")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The customer, or {@link RecordNotFound}. */
    public Customer require(CustomerId id) {
        return find(id).orElseThrow(() -> new RecordNotFound("customer", id));
    }

    /** The customer, when the viewer may see it. */
    public Customer visible(CustomerId id, CurrentUser viewer) {
        var customer = require(id);
        viewer.require(Resource.CUSTOMER, Action.VIEW, customer.responsibleId());
        return customer;
    }

    /** Companies whose parent is the customer and that the viewer may see. */
    public List<Subsidiary> subsidiaries(CustomerId id, CurrentUser viewer) {
        var reach = Reach.of(viewer, Resource.CUSTOMER, Action.VIEW);
        return jdbc.sql("""
                select id, name, city from customer
                where parent_id = :id and archived_at is null and %s order by name collate "%s", id limit 50""".formatted(reach.sql("responsible_id"), Languages.collation(viewer.language())))
                .param("id", id.value())
                .params(reach.parameters())
                .query(Subsidiary.class)
                .list();
    }

    /** A company below another one. */
    public record Subsidiary(long id, String name, @Nullable String city) {}

    CustomerId insert(CustomerFields fields, long createdBy) {
        var id = jdbc.sql("""
                insert into customer (kind, name, search_text, lifecycle, tax_country, tax_number, source_id,
                  responsible_id, parent_id, website, note, street, postcode, city, region, country, external_id, properties,
                  created_by, created_at, changed_at)
                values (:kind, :name, '', :lifecycle, :taxCountry, :taxNumber, :sourceId, :responsibleId, :parentId,
                  :website, :note, :street, :postcode, :city, :region, :country, :externalId, cast(:properties as jsonb), :createdBy, :now, :now)
                returning id""")
                .params(parameters(fields))
                .param("createdBy", createdBy)
                .query(Long.class)
                .single();
        writeLists(id, fields);
        return new CustomerId(id);
    }

    void update(CustomerId id, int version, CustomerFields fields) {
        var written = jdbc.sql("""
                update customer set kind = :kind, name = :name, lifecycle = :lifecycle, tax_country = :taxCountry,
                  tax_number = :taxNumber, source_id = :sourceId, responsible_id = :responsibleId,
                  parent_id = :parentId, website = :website, note = :note, street = :street, postcode = :postcode,
                  city = :city, region = :region, country = :country, external_id = :externalId, properties = cast(:properties as jsonb), changed_at = :now,
                  version = version + 1
                where id = :id and version = :version""")
                .params(parameters(fields))
                .param("id", id.value())
                .param("version", version)
                .update();
        requireWritten(written);
        writeLists(id.value(), fields);
    }

    void archive(CustomerId id, int version, @Nullable Instant at) {
        var written = jdbc.sql("""
                update customer set archived_at = :at, changed_at = :now, version = version + 1
                where id = :id and version = :version""")
                .param("at", at == null ? null : java.sql.Timestamp.from(at))
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("id", id.value())
                .param("version", version)
                .update();
        requireWritten(written);
    }

    private static void requireWritten(int rows) {
        if (rows == 0) {
            throw new StaleVersion();
        }
    }

    private void writeLists(long id, CustomerFields fields) {
        points.replace(id, null, fields.phones(), fields.emails());
        jdbc.sql("delete from customer_in_category where customer_id = :id and category_id <> all(:categories)")
                .param("id", id)
                .param("categories", fields.categoryIds().toArray(Long[]::new))
                .update();
        jdbc.sql("""
                insert into customer_in_category (customer_id, category_id)
                select :id, unnest(cast(:categories as bigint[])) on conflict do nothing""")
                .param("id", id)
                .param("categories", fields.categoryIds().toArray(Long[]::new))
                .update();
        search.refresh(List.of(id));
    }

    private Map<String, @Nullable Object> parameters(CustomerFields fields) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("kind", fields.kind().name());
        values.put("name", fields.name());
        values.put("lifecycle", fields.lifecycle().name());
        values.put("taxCountry", fields.taxCountry());
        values.put("taxNumber", fields.taxNumber());
        values.put("sourceId", fields.sourceId());
        values.put("responsibleId", fields.responsibleId());
        values.put("parentId", fields.parentId());
        values.put("website", fields.website());
        values.put("note", fields.note());
        values.put("street", fields.address().street());
        values.put("postcode", fields.address().postcode());
        values.put("city", fields.address().city());
        values.put("region", fields.address().region());
        values.put("country", fields.address().country());
        values.put("externalId", fields.externalId());
        values.put("properties", fields.properties().json());
        values.put("now", java.sql.Timestamp.from(clock.instant()));
        return values;
    }

    private static Customer read(ResultSet row) throws SQLException {
        var archived = row.getTimestamp("archived_at");
        return new Customer(
                new CustomerId(row.getLong("id")),
                row.getInt("version"),
                fields(row),
                new Customer.Names(
                        row.getString("source"),
                        row.getString("responsible"),
                        row.getString("parent"),
                        texts(row, "categories")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                archived == null ? null : archived.toInstant());
    }

    private static CustomerFields fields(ResultSet row) throws SQLException {
        return new CustomerFields(
                CustomerKind.valueOf(row.getString("kind")),
                row.getString("name"),
                Lifecycle.valueOf(row.getString("lifecycle")),
                row.getString("tax_country"),
                row.getString("tax_number"),
                (Long) row.getObject("source_id"),
                (Long) row.getObject("responsible_id"),
                (Long) row.getObject("parent_id"),
                row.getString("website"),
                row.getString("note"),
                new Address(
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city"),
                        row.getString("region"),
                        row.getString("country")),
                texts(row, "phones"),
                texts(row, "emails"),
                List.of((Long[]) row.getArray("category_ids").getArray()),
                row.getString("external_id"),
                PropertyValues.read(row.getString("properties")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
