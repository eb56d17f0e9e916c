package io.lijevak.tasks;

import io.lijevak.customers.CustomerId;
import io.lijevak.deals.DealId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks of a deal or a customer, for those who may see that record: open ones first, then what was done last. */
@Component
public class TasksOf {
    private static final int SHOWN = 6;
    private final JdbcClient jdbc;
    private final TaskList list;

    /** The first open tasks and the last done ones; how many are open. */
    public record Card(List<Task> open, List<Task> done, int count) {}

    TasksOf(JdbcClient jdbc, TaskList list) {
        this.jdbc = jdbc;
        this.list = list;
    }

    public Card deal(DealId deal) {
        return card(jdbc.sql("""
                (select id, true as open from task where deal_id = :id and state in ('OPEN', 'REPORTED')
                  order by due_order, id limit 100)
                union all
                (select id, false from task where deal_id = :id and state = 'DONE' order by closed_at desc, id desc
                  limit 3)""").param("id", deal.value()));
    }

    public Card customer(CustomerId customer) {
        return card(jdbc.sql("""
                (select id, true as open from task where customer_id = :id and state in ('OPEN', 'REPORTED')
                  order by due_order, id limit 100)
                union all
                (select id, false from task where customer_id = :id and state = 'DONE'
                  order by closed_at desc, id desc limit 3)""").param("id", customer.value()));
    }

    private Card card(JdbcClient.StatementSpec query) {
        record Found(long id, boolean open) {}
        var found = query.query((row, number) -> new Found(row.getLong(1), row.getBoolean(2)))
                .list();
        var open = found.stream().filter(Found::open).map(Found::id).toList();
        var done = found.stream().filter(each -> !each.open()).map(Found::id).toList();
        return new Card(list.read(open.stream().limit(SHOWN).toList()), list.read(done), open.size());
    }
}
