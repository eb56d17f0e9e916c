package io.lijevak.deals;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out the list of documents of a filter whose deals the person may export, and records that it left the house. */
@Component
public class ExportDocuments {
    private final DealDocuments documents;
    private final AuditTrail audit;

    ExportDocuments(DealDocuments documents, AuditTrail audit) {
        this.documents = documents;
        this.audit = audit;
    }

    @Transactional
    public void to(Consumer<DealDocument> consumer, DocumentFilter filter, CurrentUser by) {
        by.require(Resource.DEAL, Action.EXPORT);
        audit.handOut(by, "documents.exported", filter, each -> documents.export(filter, by, each), consumer);
    }
}
