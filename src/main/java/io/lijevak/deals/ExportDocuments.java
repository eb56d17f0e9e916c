package io.lijevak.deals;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
        var count = new AtomicInteger();
        documents.export(filter, by, one -> {
            consumer.accept(one);
            count.incrementAndGet();
        });
        var exported =
                Map.of("rows", new Change(null, count.toString()), "filter", new Change(null, filter.toString()));
        audit.record(by, "person", by.id(), "documents.exported", exported);
    }
}
