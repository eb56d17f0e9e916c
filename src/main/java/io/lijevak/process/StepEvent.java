package io.lijevak.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * What a stage plans when it is entered: a task, or a contact with the customer.
 *
 * @param title what is to be done
 * @param addressee who is to do it, as {@link Addressee} is written; null who answers for the record
 * @param due in how many units of working time
 */
public record StepEvent(Kind kind, String title, @Nullable String addressee, int due, Unit unit) {

    /** What is planned. */
    public enum Kind {
        TASK,
        CALL,
        MEETING,
        EMAIL;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Working days, up to the end of the last; or hours of working time. */
    public enum Unit {
        DAYS,
        HOURS;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @JsonIgnore
    public boolean isTask() {
        return kind == Kind.TASK;
    }
}
