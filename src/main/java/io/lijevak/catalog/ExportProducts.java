package io.lijevak.catalog;

import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
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
        audit.handOut(by, "products.exported", filter, each -> list.forEach(filter, by, each), rows);
    }
}
