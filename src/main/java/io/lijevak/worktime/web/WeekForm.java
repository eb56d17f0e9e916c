package io.lijevak.worktime.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.worktime.WorkingWeek;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** The form of a working week: its fields from the week, and the week from its fields. */
final class WeekForm {
    private WeekForm() {}

    static Form of(WorkingWeek week) {
        var values = new HashMap<String, Object>();
        values.put("version", week.version());
        for (var day : DayOfWeek.values()) {
            var hours = week.hoursOrUsual(day);
            values.put("works-" + day.getValue(), week.works(day));
            values.put("starts-" + day.getValue(), hours.starts());
            values.put("ends-" + day.getValue(), hours.ends());
        }
        return Form.of(values);
    }

    static WorkingWeek week(Form form, FormReader reader) {
        var days = new EnumMap<DayOfWeek, WorkingWeek.Hours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (reader.flag("works-" + day.getValue())) {
                var starts = time("starts-" + day.getValue(), form, reader);
                var ends = time("ends-" + day.getValue(), form, reader);
                if (starts != null && ends != null) {
                    days.put(day, new WorkingWeek.Hours(starts, ends));
                }
            }
        }
        reader.check();
        return new WorkingWeek(days);
    }

    private static @Nullable LocalTime time(String name, Form form, FormReader reader) {
        try {
            var typed = form.value(name).strip().replace('.', ':');
            return LocalTime.parse(typed.length() == 4 ? "0" + typed : typed);
        } catch (DateTimeException unreadable) {
            reader.problem(name, "worktime.error.time");
            return null;
        }
    }
}
