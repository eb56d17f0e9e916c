package io.lijevak.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of phones and e-mails; those that stay keep their identity. */
@Component
class ContactPoints {
    private final JdbcClient jdbc;

    ContactPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the given phones and e-mails those of a customer, or of one of its contact persons. */
    void replace(long customer, @Nullable Long person, List<String> phones, List<String> emails) {
        replace(customer, person, "PHONE", phones);
        replace(customer, person, "EMAIL", emails);
    }

    private void replace(long customer, @Nullable Long person, String kind, List<String> values) {
        jdbc.sql("""
                with given as (select value, position from unnest(cast(:values as text[])) with ordinality
                                 as g (value, position)),
                gone as (delete from contact_point where customer_id = :customer
                           and contact_person_id is not distinct from cast(:person as bigint) and kind = :kind
                           and value <> all(cast(:values as text[]))),
                kept as (update contact_point p set position = g.position from given g where p.customer_id = :customer
                           and p.contact_person_id is not distinct from cast(:person as bigint) and p.kind = :kind
                           and p.value = g.value returning p.value)
                insert into contact_point (customer_id, contact_person_id, kind, value, written, position)
                select :customer, :person, :kind, value, value, position from given
                where value not in (select value from kept)""")
                .param("customer", customer)
                .param("person", person)
                .param("kind", kind)
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
