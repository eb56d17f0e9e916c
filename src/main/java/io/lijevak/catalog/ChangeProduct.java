package io.lijevak.catalog;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a product that nobody changed since it was read, else {@link StaleVersion}; deals keep the price they took. */
@Component
public class ChangeProduct {
    private final Products products;
    private final ProductRules rules;
    private final ProductChanges changes;

    ChangeProduct(Products products, ProductRules rules, ProductChanges changes) {
        this.products = products;
        this.rules = rules;
        this.changes = changes;
    }

    @Transactional
    public Product to(ProductFields given, ProductId id, int version, CurrentUser by) {
        by.require(Resource.PRODUCT, Action.EDIT);
        var before = products.require(id);
        if (before.version() != version) {
            throw new StaleVersion();
        }
        if (before.archived()) {
            throw new Conflict("catalog.error.archived");
        }
        products.update(id, version, rules.sound(before, given, by));
        var after = products.require(id);
        changes.record(by, "changed", before, after);
        return after;
    }
}
