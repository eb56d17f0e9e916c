package io.lijevak.customers;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** History of consents: nothing is overwritten, the newest entry of a channel is in force. */
@Component
public class Consents {
    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All consents of a customer, newest first. */
    public List<Consent> of(CustomerId customer) {
        return jdbc.sql("""
                select c.channel, c.state, c.given_on, c.source, p.name as recorded_by, c.recorded_at
                from consent c left join person p on p.id = c.recorded_by
                where c.customer_id = :customer order by c.id desc""")
                .param("customer", customer.value())
                .query((row, number) -> new Consent(
                        Channel.valueOf(row.getString("channel")),
                        Consent.State.valueOf(row.getString("state")),
                        row.getObject("given_on", java.time.LocalDate.class),
                        row.getString("source"),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** The entry in force for a channel, out of {@link #of}; empty when nothing is known. */
    public static Optional<Consent> inForce(List<Consent> newestFirst, Channel channel) {
        return newestFirst.stream().filter(c -> c.channel() == channel).findFirst();
    }

    void insert(CustomerId customer, RecordConsent.Given given, long by) {
        jdbc.sql("""
                insert into consent (customer_id, channel, state, given_on, source, recorded_by)
                values (:customer, :channel, :state, :givenOn, :source, :by)""")
                .param("customer", customer.value())
                .param("channel", given.channel().name())
                .param("state", given.state().name())
                .param("givenOn", given.givenOn())
                .param("source", given.source())
                .param("by", by)
                .update();
    }
}
