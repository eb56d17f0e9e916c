package io.lijevak.views.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Ui;
import io.lijevak.views.Recipient;
import io.lijevak.views.Rhythm;
import io.lijevak.views.Schedule;
import io.lijevak.views.ScheduleDraft;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of a schedule. */
final class ScheduleForm {
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private ScheduleForm() {}

    static Form of(Schedule schedule, List<Recipient> recipients) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("rhythm", schedule.rhythm().name());
        values.put(schedule.rhythm() == Rhythm.Kind.WEEKLY ? "weekday" : "monthday", schedule.day());
        values.put("at", schedule.at().toString());
        values.put("pdf", schedule.pdf());
        values.put("xlsx", schedule.xlsx());
        values.put("recipients", recipients.stream().map(Recipient::person).toList());
        values.put("version", schedule.version());
        return Form.of(values);
    }

    /** What one would choose most often. */
    static Form usual(long person) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("rhythm", Rhythm.Kind.WEEKLY.name());
        values.put("weekday", 1);
        values.put("monthday", 1);
        values.put("at", MORNING.toString());
        values.put("pdf", true);
        values.put("recipients", List.of(person));
        return Form.of(values);
    }

    /** Problems stand at {@code rhythm}, {@code weekday}, {@code monthday} and {@code at}. */
    static ScheduleDraft draft(Form form, Ui ui) {
        var reader = form.reader(ui.f().region());
        reader.required("rhythm");
        var kind = reader.choice("rhythm", Rhythm.Kind.class);
        var at = time(form.value("at"));
        if (at == null) {
            reader.problem("at", "views.schedule.problem.time");
        }
        var day = kind == null || kind == Rhythm.Kind.WORKDAYS
                ? null
                : reader.integer(kind == Rhythm.Kind.WEEKLY ? "weekday" : "monthday");
        reader.check();
        return new ScheduleDraft(
                new Rhythm(kind == null ? Rhythm.Kind.WORKDAYS : kind, day, at == null ? MORNING : at),
                reader.flag("pdf"),
                reader.flag("xlsx"),
                Set.copyOf(reader.ids("recipients")));
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
