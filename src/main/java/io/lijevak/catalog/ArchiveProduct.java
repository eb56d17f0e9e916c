package io.lijevak.catalog;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a product off the lists, so that no new deal takes it, and puts it back. */
@Component
public class ArchiveProduct {
    private final Products products;
    private final AuditTrail audit;
    private final Clock clock;

    ArchiveProduct(Products products, AuditTrail audit, Clock clock) {
        this.products = products;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Product archive(ProductId id, CurrentUser by) {
        return set(id, clock.instant(), "archived", by);
    }

    @Transactional
    public Product restore(ProductId id, CurrentUser by) {
        return set(id, null, "restored", by);
    }

    private Product set(ProductId id, @Nullable Instant at, String action, CurrentUser by) {
        by.require(Resource.PRODUCT, Action.ARCHIVE);
        var before = products.require(id);
        if (before.archived() == (at != null)) {
            return before;
        }
        products.archive(id, before.version(), at);
        audit.record(by, "product", id.value(), action, Map.of());
        return products.require(id);
    }
}
