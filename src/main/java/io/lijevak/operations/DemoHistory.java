package io.lijevak.operations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the invented year leaves behind: how far customers have come, what is to be done, where records came from. */
@Component
class DemoHistory {
    private final JdbcClient jdbc;
    private final DemoContacts contacts;
    private final DemoTasks tasks;
    private final DemoComplaints complaints;
    private final Signs signs;

    /** What is drawn from the year as a whole. */
    @Component
    record Signs(DemoWarnings warnings, DemoSegments segments, DemoDocuments documents) {}

    DemoHistory(JdbcClient jdbc, DemoContacts contacts, DemoTasks tasks, DemoComplaints complaints, Signs signs) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.tasks = tasks;
        this.complaints = complaints;
        this.signs = signs;
    }

    void write(DemoSetting setting) {
        contacts.write(setting);
        ageCustomers();
        tasks.write(setting);
        complaints.write(setting);
        recordOrigins();
        signs.documents().write(setting);
        signs.segments().write(setting);
        signs.warnings().write(setting);
    }

    /** The audit trail of each record begins, so that no history is empty. */
    private void recordOrigins() {
        jdbc.sql("""
                insert into audit_entry (at, via, subject_kind, subject_id, action)
                select made.created_at, 'demo', d.kind, d.record_id, 'demo'
                from demo_record d join (
                  select 'customer' as kind, id, created_at from customer
                  union all select 'deal', id, created_at from deal
                  union all select 'complaint', id, created_at from complaint
                  union all select 'product', id, created_at from product
                  union all select 'person', id, created_at from person) made
                on made.kind = d.kind and made.id = d.record_id
                order by made.created_at, d.record_id""").update();
    }

    private void ageCustomers() {
        jdbc.sql("""
                update customer c set lifecycle = case
                  when d.won > now() - interval '9 months' then 'CUSTOMER' when d.won is not null then 'LAPSED'
                  else 'LEAD' end
                from (select customer_id, max(closed_at) filter (where outcome = 'WON') as won
                      from deal group by customer_id) d
                where d.customer_id = c.id and c.id in (select record_id from demo_record where kind = 'customer')""").update();
    }
}
