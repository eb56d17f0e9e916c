package io.lijevak.interactions;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands out all interactions of a filter that the person may export, and records that they left the house. */
@Component
public class ExportInteractions {
    private final Interactions interactions;
    private final AuditTrail audit;

    ExportInteractions(Interactions interactions, AuditTrail audit) {
        this.interactions = interactions;
        this.audit = audit;
    }

    @Transactional
    public void to(Consumer<Interaction> consumer, InteractionFilter filter, CurrentUser by) {
        by.require(Resource.INTERACTION, Action.EXPORT);
        audit.handOut(by, "interactions.exported", filter, each -> interactions.forEach(filter, by, each), consumer);
    }
}
