package io.lijevak.operations;

import io.lijevak.platform.SearchText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes complaints of the demo company about what it delivered. */
@Component
class DemoComplaintRows {
    private static final List<String> CHANNELS = List.of("PHONE", "EMAIL", "EMAIL", "IN_PERSON", "WEB", "LETTER");
    private final JdbcClient jdbc;

    /** The deal that a complaint is about, and who decides on it. */
    record About(long deal, long customer, @Nullable Long contact, long responsible, long decider) {}

    /** A complaint as it came; {@code number} chooses its words. */
    record Received(long id, About about, int number, Instant at) {}

    DemoComplaintRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deals won some time ago, each of another customer. */
    List<About> deals(int most) {
        return jdbc.sql("""
                select * from (
                  select distinct on (d.customer_id) d.id, d.customer_id, d.contact_person_id, d.responsible_id,
                    coalesce(p.head_id, d.responsible_id) as decider
                  from deal d join demo_record r on r.kind = 'deal' and r.record_id = d.id
                  join person p on p.id = d.responsible_id
                  where d.outcome = 'WON' and d.customer_id is not null order by d.customer_id, d.id) won
                order by id desc limit :most""")
                .param("most", most)
                .query((row, number) -> new About(
                        row.getLong(1), row.getLong(2), (Long) row.getObject(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    void insert(Received received, DemoSetting setting) {
        var subject = setting.words().pick("complaints", received.number());
        var description = setting.words().pick("complaintTexts", received.number());
        jdbc.sql("""
                insert into complaint (id, process, customer_id, contact_person_id, deal_id, subject, description, channel,
                  received_at, urgency, responsible_id, search_text, created_at, created_by)
                overriding system value
                values (:id, 'complaint-handling', :customer, :contact, :deal, :subject, :description, :channel, :received,
                  :urgency, :responsible, :search, :received, :responsible)""")
                .param("id", received.id())
                .param("customer", received.about().customer())
                .param("contact", received.about().contact())
                .param("deal", received.about().deal())
                .param("subject", subject)
                .param("description", description)
                .param("channel", CHANNELS.get(received.number() % CHANNELS.size()))
                .param("received", DemoRows.at(received.at()))
                .param("urgency", received.number() % 5 == 1 ? "HIGH" : received.number() % 7 == 3 ? "LOW" : "NORMAL")
                .param("responsible", received.about().responsible())
                .param("search", SearchText.fold(subject) + "\n" + SearchText.fold(description))
                .update();
    }
}
