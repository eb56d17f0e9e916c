package io.lijevak.worktime;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The days of the week people work on, with their hours; at least one. */
public record WorkingWeek(Map<DayOfWeek, Hours> days) {
    private static final Hours USUAL = new Hours(LocalTime.of(8, 0), LocalTime.of(16, 0));

    /** From when to when people work on a day. */
    public record Hours(LocalTime starts, LocalTime ends) {}

    public WorkingWeek {
        days = Collections.unmodifiableMap(new EnumMap<>(days));
    }

    /** Monday to Friday, 8 to 16: what holds until somebody settles another week. */
    public static WorkingWeek usual() {
        var days = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var day = 1; day <= 5; day++) {
            days.put(DayOfWeek.of(day), USUAL);
        }
        return new WorkingWeek(days);
    }

    public boolean works(DayOfWeek day) {
        return days.containsKey(day);
    }

    public @Nullable Hours hours(DayOfWeek day) {
        return days.get(day);
    }

    /** Hours of a day worked out of turn: its own, else those of the first working day of the week. */
    public Hours hoursOrUsual(DayOfWeek day) {
        return days.getOrDefault(day, days.values().stream().findFirst().orElse(USUAL));
    }

    /** Changes with the content, so that a form made from an older week is noticed. */
    public int version() {
        return days.toString().hashCode();
    }
}
