package io.lijevak.catalog;

import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out all products of a filter, and records that they left the house. */
@Component
public class ExportProducts {
    private final ProductList list;
    private final AuditTrail audit;

    ExportProducts(ProductList list, AuditTrail audit) {
        this.list = list;
        this.audit = audit;
    }

    @Transactional
    public void to(Consumer<ProductRow> rows, ProductFilter filter, CurrentUser by) {
        var count = new AtomicInteger();
        list.forEach(filter, by, row -> {
            rows.accept(row);
            count.incrementAndGet();
        });
        var exported =
                Map.of("rows", new Change(null, count.toString()), "filter", new Change(null, filter.toString()));
        audit.record(by, "person", by.id(), "products.exported", exported);
    }
}
