package io.lijevak.interactions;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.LastContact;
import io.lijevak.deals.Attention;
import io.lijevak.deals.DealId;
import io.lijevak.deals.NextStep;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What deals and customers keep of their interactions, computed anew from the rows after each change. */
@Component
class ContactFacts {
    private final JdbcClient jdbc;
    private final Attention attention;
    private final NextStep nextStep;
    private final LastContact lastContact;

    ContactFacts(JdbcClient jdbc, Attention attention, NextStep nextStep, LastContact lastContact) {
        this.jdbc = jdbc;
        this.attention = attention;
        this.nextStep = nextStep;
        this.lastContact = lastContact;
    }

    private record Facts(@Nullable Instant last, int touches) {}

    void refreshDeal(long deal) {
        var facts = jdbc.sql("""
                select max(at) filter (where state = 'HELD') as last,
                  count(*) filter (where state <> 'CANCELLED') as touches
                from interaction where deal_id = :deal and kind <> 'NOTE'""")
                .param("deal", deal)
                .query((row, number) -> new Facts(instant(row.getTimestamp("last")), row.getInt("touches")))
                .single();
        attention.contact(new DealId(deal), facts.last());
        attention.touches(new DealId(deal), facts.touches());
        nextStep.refresh(new DealId(deal));
    }

    void refreshCustomer(long customer) {
        var last = jdbc.sql("""
                select max(at) as last from interaction
                where customer_id = :customer and kind <> 'NOTE' and state = 'HELD'""")
                .param("customer", customer)
                .query((row, number) -> Optional.ofNullable(instant(row.getTimestamp("last"))))
                .single();
        lastContact.of(new CustomerId(customer), last.orElse(null));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
