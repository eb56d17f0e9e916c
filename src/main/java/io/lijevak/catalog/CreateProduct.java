package io.lijevak.catalog;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates a product; {@link InvalidInput} tells every field that is wrong. */
@Component
public class CreateProduct {
    private final Products products;
    private final ProductRules rules;
    private final ProductChanges changes;

    CreateProduct(Products products, ProductRules rules, ProductChanges changes) {
        this.products = products;
        this.rules = rules;
        this.changes = changes;
    }

    @Transactional
    public Product from(ProductFields given, CurrentUser by) {
        by.require(Resource.PRODUCT, Action.CREATE);
        var created = products.require(products.insert(rules.sound(null, given, by)));
        changes.record(by, "created", null, created);
        return created;
    }
}
