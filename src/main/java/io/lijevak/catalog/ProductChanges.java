package io.lijevak.catalog;

import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes changes of products into the audit trail, in words. */
@Component
class ProductChanges {
    private final AuditTrail audit;
    private final PropertyWords properties;

    ProductChanges(AuditTrail audit, PropertyWords properties) {
        this.audit = audit;
        this.properties = properties;
    }

    void record(CurrentUser by, String action, @Nullable Product before, Product after) {
        var old = before == null ? Map.<String, @Nullable String>of() : words(before);
        var changes = new LinkedHashMap<String, Change>();
        words(after).forEach((field, word) -> changes.put(field, new Change(old.get(field), word)));
        var was = before == null ? null : before.fields().values();
        changes.putAll(
                properties.changes(RecordKind.PRODUCT, was, after.fields().values()));
        audit.record(by, "product", after.id().value(), action, changes);
    }

    private static Map<String, @Nullable String> words(Product product) {
        var fields = product.fields();
        var price = fields.price();
        var words = new LinkedHashMap<String, @Nullable String>();
        words.put("code", fields.code());
        words.put("name", fields.name());
        words.put("group", product.group());
        words.put("price", price == null ? null : price.value().toPlainString() + " " + price.currency());
        words.put("externalId", fields.externalId());
        return words;
    }
}
