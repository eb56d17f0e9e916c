package io.lijevak.complaints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was received.
 *
 * @param circle who complains, about which deal
 * @param subject what it is about, in a line
 * @param responsible who answers for it
 */
public record ComplaintFields(
        Circle circle,
        String subject,
        @Nullable String description,
        Channel channel,
        Instant receivedAt,
        Urgency urgency,
        @Nullable Long responsible) {

    /**
     * Who complains, about which deal.
     *
     * @param customer null only where the deal tells it
     * @param contact the person of the customer who complained
     * @param deal of the same customer
     */
    public record Circle(
            @Nullable Long customer,
            @Nullable Long contact,
            @Nullable Long deal) {}

    ComplaintFields of(long customer) {
        return new ComplaintFields(
                new Circle(customer, circle.contact(), circle.deal()),
                subject.strip(),
                description,
                channel,
                receivedAt,
                urgency,
                responsible);
    }
}
