package io.lijevak.worktime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person is away from one day to another, both included, and perhaps somebody stands in. */
public record Absence(
        long id,
        long person,
        String personName,
        LocalDate firstDay,
        LocalDate lastDay,
        Kind kind,
        @Nullable Long substitute,
        @Nullable String substituteName,
        @Nullable String note,
        int version) {

    /** Why somebody is away. */
    public enum Kind {
        VACATION,
        SICK,
        TRAVEL,
        OTHER
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
