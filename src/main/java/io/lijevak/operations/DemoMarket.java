package io.lijevak.operations;

import io.lijevak.operations.DemoCatalog.Product;
import io.lijevak.operations.DemoCustomers.Customer;
import io.lijevak.operations.DemoPipelines.Pipeline;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The surroundings of the demo company's deals: what is sold, to whom, on which ways. */
@Component
class DemoMarket {
    private final DemoCatalog catalog;
    private final DemoPipelines pipelines;
    private final DemoCustomers customers;
    private final JdbcClient jdbc;

    DemoMarket(DemoCatalog catalog, DemoPipelines pipelines, DemoCustomers customers, JdbcClient jdbc) {
        this.catalog = catalog;
        this.pipelines = pipelines;
        this.customers = customers;
        this.jdbc = jdbc;
    }

    record Market(List<Long> sellers, List<Customer> customers, List<Product> products, List<Pipeline> pipelines) {}

    Market write(DemoSetting setting, List<Long> sellers) {
        return new Market(sellers, customers.write(setting, sellers), catalog.write(setting), pipelines.write(setting));
    }

    /** What a year of deals has made of the customers. */
    void ageCustomers() {
        jdbc.sql("""
                update customer c set lifecycle = case
                  when d.won > now() - interval '9 months' then 'CUSTOMER' when d.won is not null then 'LAPSED'
                  else 'LEAD' end
                from (select customer_id, max(closed_at) filter (where outcome = 'WON') as won
                      from deal group by customer_id) d
                where d.customer_id = c.id and c.id in (select record_id from demo_record where kind = 'customer')""").update();
    }
}
