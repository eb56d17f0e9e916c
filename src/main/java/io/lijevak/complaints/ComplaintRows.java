package io.lijevak.complaints;

import io.lijevak.platform.SearchText;
import io.lijevak.platform.StaleVersion;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes complaints. */
@Component
class ComplaintRows {
    private final JdbcClient jdbc;

    ComplaintRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ComplaintId insert(ComplaintFields fields, String process, long by, Instant at) {
        return new ComplaintId(jdbc.sql("""
                        insert into complaint (process, customer_id, contact_person_id, deal_id, subject, description, channel,
                          received_at, urgency, responsible_id, search_text, created_at, created_by)
                        values (:process, :customer, :contact, :deal, :subject, :description, :channel, :received, :urgency,
                          :responsible, :search, :at, :by) returning id""")
                .params(parameters(fields))
                .param("process", process)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .query(Long.class)
                .single());
    }

    /** Writes changed fields, {@link StaleVersion} when somebody was faster. */
    void update(ComplaintId id, int version, ComplaintFields fields) {
        var written = jdbc.sql("""
                update complaint set customer_id = :customer, contact_person_id = :contact, deal_id = :deal, subject = :subject,
                  description = :description, channel = :channel, received_at = :received, urgency = :urgency,
                  responsible_id = :responsible, search_text = :search, version = version + 1
                where id = :id and version = :version""")
                .params(parameters(fields))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new StaleVersion();
        }
    }

    /** Keeps the complaint as it is until the transaction ends. */
    void hold(long id) {
        jdbc.sql("select id from complaint where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** What it was found to be; null values take back what was found before. */
    void found(ComplaintId id, @Nullable Finding finding, @Nullable String reasons, @Nullable String compensation) {
        jdbc.sql("""
                update complaint set finding = :finding, reasons = :reasons, compensation = :compensation,
                  version = version + 1 where id = :id""")
                .param("finding", finding == null ? null : finding.name())
                .param("reasons", reasons)
                .param("compensation", compensation)
                .param("id", id.value())
                .update();
    }

    /** Ends it, or takes the end back with a null moment. */
    void closed(ComplaintId id, @Nullable Instant at, @Nullable String endedAs) {
        jdbc.sql("update complaint set closed_at = :at, ended_as = :end, version = version + 1 where id = :id")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("end", endedAs)
                .param("id", id.value())
                .update();
    }

    private static Map<String, @Nullable Object> parameters(ComplaintFields fields) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("customer", fields.circle().customer());
        values.put("contact", fields.circle().contact());
        values.put("deal", fields.circle().deal());
        values.put("subject", fields.subject());
        values.put("description", fields.description());
        values.put("channel", fields.channel().name());
        values.put("received", Timestamp.from(fields.receivedAt()));
        values.put("urgency", fields.urgency().name());
        values.put("responsible", fields.responsible());
        values.put(
                "search",
                Stream.of(fields.subject(), fields.description())
                        .filter(Objects::nonNull)
                        .map(SearchText::fold)
                        .collect(Collectors.joining("\n")));
        return values;
    }
}
