package io.lijevak.complaints;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out all complaints of a filter that the person may export, and records that they left the house. */
@Component
public class ExportComplaints {
    private final Complaints complaints;
    private final AuditTrail audit;

    ExportComplaints(Complaints complaints, AuditTrail audit) {
        this.complaints = complaints;
        this.audit = audit;
    }

    @Transactional
    public void to(Consumer<Complaint> consumer, ComplaintFilter filter, CurrentUser by) {
        by.require(Resource.COMPLAINT, Action.EXPORT);
        audit.handOut(by, "complaints.exported", filter, each -> complaints.forEach(filter, by, each), consumer);
    }
}
