package io.lijevak.customers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer's word on one channel: given or refused, on a day, in a form that proves it. */
public record Consent(
        Channel channel,
        State state,
        LocalDate givenOn,
        String source,
        @Nullable String recordedBy,
        Instant recordedAt) {
    /** What the customer said; without any entry nothing is known. */
    public enum State {
        GRANTED,
        REFUSED
    }
}
