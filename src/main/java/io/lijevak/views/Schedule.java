package io.lijevak.views;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A view that is sent by mail.
 *
 * @param viewOwner whose view it is
 * @param owner whoever planned it
 * @param nextDue null while it rests
 * @param recipients how many get it
 * @param lastDue when the last edition was due; null before the first
 * @param troubled how many did not get the last edition
 */
public record Schedule(
        long id,
        long view,
        String viewName,
        String page,
        long viewOwner,
        long owner,
        String ownerName,
        Rhythm.Kind rhythm,
        @Nullable Integer day,
        LocalTime at,
        boolean pdf,
        boolean xlsx,
        @Nullable Instant nextDue,
        int version,
        int recipients,
        @Nullable Instant lastDue,
        int troubled) {

    public Rhythm when() {
        return new Rhythm(rhythm, day, at);
    }

    public boolean rests() {
        return nextDue == null;
    }
}
