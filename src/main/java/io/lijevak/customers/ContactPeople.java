package io.lijevak.customers;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.StaleVersion;
import io.lijevak.properties.PropertyValues;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of contact persons. */
@Component
public class ContactPeople {
    private static final String SELECT = """
            select k.id, k.customer_id as customer, k.version, k.name, k.role, k.note, k.properties,
              array(select value from contact_point x where x.contact_person_id = k.id and x.kind = 'PHONE'
                    order by position, id) as phones,
              array(select value from contact_point x where x.contact_person_id = k.id and x.kind = 'EMAIL'
                    order by position, id) as emails
            from contact_person k""";
    private final JdbcClient jdbc;
    private final ContactPoints points;
    private final SearchIndex search;

    ContactPeople(JdbcClient jdbc, ContactPoints points, SearchIndex search) {
        this.jdbc = jdbc;
        this.points = points;
        this.search = search;
    }

    /** The contact persons of a customer that are not archived, as they were entered. */
    public List<ContactPerson> of(CustomerId customer) {
        return jdbc.sql(SELECT + " where k.customer_id = :customer and k.archived_at is null order by k.id")
                .param("customer", customer.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** The customer's contact person, or {@link RecordNotFound}. */
    public ContactPerson require(CustomerId customer, ContactPersonId id) {
        return jdbc.sql(SELECT + " where k.id = :id and k.customer_id = :customer and k.archived_at is null")
                .param("id", id.value())
                .param("customer", customer.value())
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new RecordNotFound("contact person", id));
    }

    ContactPersonId insert(CustomerId customer, ContactPerson.Fields fields) {
        var id = jdbc.sql("""
                insert into contact_person (customer_id, name, role, note, properties)
                values (:customer, :name, :role, :note, cast(:properties as jsonb))
                returning id""")
                .param("customer", customer.value())
                .param("name", fields.name())
                .param("role", fields.role())
                .param("note", fields.note())
                .param("properties", fields.values().json())
                .query(Long.class)
                .single();
        writePoints(customer, id, fields);
        return new ContactPersonId(id);
    }

    void update(CustomerId customer, ContactPersonId id, int version, ContactPerson.Fields fields) {
        var written = jdbc.sql("""
                update contact_person set name = :name, role = :role, note = :note,
                  properties = cast(:properties as jsonb), version = version + 1
                where id = :id and version = :version""")
                .param("name", fields.name())
                .param("role", fields.role())
                .param("note", fields.note())
                .param("properties", fields.values().json())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new StaleVersion();
        }
        writePoints(customer, id.value(), fields);
    }

    void archive(CustomerId customer, ContactPersonId id) {
        jdbc.sql("update contact_person set archived_at = now(), version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
        search.refresh(List.of(customer.value()));
    }

    void restore(CustomerId customer, ContactPersonId id) {
        var written = jdbc.sql("""
                update contact_person set archived_at = null, version = version + 1
                where id = :id and customer_id = :customer and archived_at is not null""")
                .param("id", id.value())
                .param("customer", customer.value())
                .update();
        if (written == 0) {
            throw new RecordNotFound("contact person", id);
        }
        search.refresh(List.of(customer.value()));
    }

    private void writePoints(CustomerId customer, long id, ContactPerson.Fields fields) {
        points.replace(customer.value(), id, fields.phones(), fields.emails());
        search.refresh(List.of(customer.value()));
    }

    private static ContactPerson read(java.sql.ResultSet row) throws java.sql.SQLException {
        return new ContactPerson(
                new ContactPersonId(row.getLong("id")),
                new CustomerId(row.getLong("customer")),
                row.getInt("version"),
                row.getString("name"),
                row.getString("role"),
                row.getString("note"),
                List.of((String[]) row.getArray("phones").getArray()),
                List.of((String[]) row.getArray("emails").getArray()),
                PropertyValues.read(row.getString("properties")));
    }
}
