package io.lijevak.operations;

import io.lijevak.operations.DemoCatalog.Product;
import io.lijevak.operations.DemoCustomers.Customer;
import io.lijevak.operations.DemoPipelines.Pipeline;
import java.util.List;
import org.springframework.stereotype.Component;

/** The surroundings of the demo company's deals: what is sold, to whom, on which ways. */
@Component
class DemoMarket {
    private final DemoCatalog catalog;
    private final DemoPipelines pipelines;
    private final DemoCustomers customers;

    DemoMarket(DemoCatalog catalog, DemoPipelines pipelines, DemoCustomers customers) {
        this.catalog = catalog;
        this.pipelines = pipelines;
        this.customers = customers;
    }

    record Market(List<Long> sellers, List<Customer> customers, List<Product> products, List<Pipeline> pipelines) {}

    Market write(DemoSetting setting, List<Long> sellers) {
        return new Market(sellers, customers.write(setting, sellers), catalog.write(setting), pipelines.write(setting));
    }
}
