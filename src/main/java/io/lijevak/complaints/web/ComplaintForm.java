package io.lijevak.complaints.web;

import io.lijevak.complaints.Channel;
import io.lijevak.complaints.Complaint;
import io.lijevak.complaints.ComplaintFields;
import io.lijevak.complaints.Urgency;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of a complaint: its fields from what is stored, and the fields from what was typed. */
final class ComplaintForm {
    private ComplaintForm() {}

    static Form of(Complaint stored, ZoneId zone) {
        var fields = stored.fields();
        var values = new HashMap<String, @Nullable Object>();
        values.put("version", stored.version());
        values.put("customer", fields.circle().customer());
        values.put("contact", fields.circle().contact());
        values.put("deal", fields.circle().deal());
        values.put("subject", fields.subject());
        values.put("description", fields.description());
        values.put("channel", fields.channel());
        values.put("receivedAt", local(fields.receivedAt(), zone));
        values.put("urgency", fields.urgency());
        values.put("responsible", fields.responsible());
        values.put("process", stored.names().process());
        return Form.of(values);
    }

    /** A moment as the field of day and time has it. */
    static LocalDateTime local(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** What is known beside the form: the present moment, the reader's clock, and the moment stored before. */
    record Given(Instant now, ZoneId zone, @Nullable Instant before) {}

    static ComplaintFields fields(Form form, FormReader reader, Given given) {
        var channel = reader.choice("channel", Channel.class);
        if (channel == null && form.value("channel").isBlank()) {
            reader.problem("channel", "platform.problem.required");
        }
        var urgency = reader.choice("urgency", Urgency.class);
        return new ComplaintFields(
                new ComplaintFields.Circle(customer(form, reader), reader.id("contact"), reader.id("deal")),
                form.value("subject").strip(),
                reader.text("description"),
                channel == null ? Channel.PHONE : channel,
                receivedAt(reader, given),
                urgency == null ? Urgency.NORMAL : urgency,
                reader.id("responsible"));
    }

    /** Without a time it is the one stored before, or now; the same minute keeps its seconds. */
    private static Instant receivedAt(FormReader reader, Given given) {
        var typed = reader.dateTime("receivedAt");
        var before = Objects.requireNonNullElse(given.before(), given.now());
        if (typed == null || typed.truncatedTo(ChronoUnit.MINUTES).equals(local(before, given.zone()))) {
            return before;
        }
        return typed.atZone(given.zone()).toInstant();
    }

    private static @Nullable Long customer(Form form, FormReader reader) {
        var id = reader.id("customer");
        if (id == null && !form.value("customer__text").isBlank()) {
            reader.problem("customer", "complaints.error.choose");
        }
        return id;
    }
}
