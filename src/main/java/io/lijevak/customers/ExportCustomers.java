package io.lijevak.customers;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out all customers of a filter that the person may export, and records that they left the house. */
@Component
public class ExportCustomers {
    private final CustomerList list;
    private final AuditTrail audit;

    ExportCustomers(CustomerList list, AuditTrail audit) {
        this.list = list;
        this.audit = audit;
    }

    @Transactional
    public void to(Consumer<CustomerRow> rows, CustomerFilter filter, CurrentUser by) {
        by.require(Resource.CUSTOMER, Action.EXPORT);
        audit.handOut(by, "customers.exported", filter, each -> list.forEach(filter, Action.EXPORT, by, each), rows);
    }
}
