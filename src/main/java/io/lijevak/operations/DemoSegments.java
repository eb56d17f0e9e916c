package io.lijevak.operations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One segment of the demo company: the customers who once bought and do not any more. */
@Component
class DemoSegments {
    private final DemoRows rows;
    private final JdbcClient jdbc;

    DemoSegments(DemoRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** Customers must have come as far as they will. */
    void write(DemoSetting setting) {
        jdbc.sql("""
                with made as (
                  insert into segment (id, name, owner_id, shared, created_at) overriding system value
                  select :id, :name, (select min(record_id) from demo_record where kind = 'person'), true, :now returning *),
                filled as (
                  insert into segment_filling (segment_id, person_id, source, list, begun_at, ended_at)
                  select id, owner_id, 'customers', '/customers?lifecycle=lapsed', :now, :now from made returning *),
                added as (
                  insert into segment_member (segment_id, customer_id, filling_id)
                  select f.segment_id, c.id, f.id from filled f, customer c where c.lifecycle = 'LAPSED' returning *)
                select count(*) from added""")
                .param("id", rows.reserve("segment", 1).getFirst())
                .param("name", setting.words().pick("segments", 0))
                .param("now", DemoRows.at(setting.now()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                update segment_filling f set found = m.customers, added = m.customers
                from (select filling_id, count(*) as customers from segment_member group by filling_id) m
                where m.filling_id = f.id""").update();
    }
}
