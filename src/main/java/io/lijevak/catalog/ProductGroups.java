package io.lijevak.catalog;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Groups of products: listed, added, renamed. */
@Component
public class ProductGroups {
    private static final int LONGEST_NAME = 200;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ProductGroups(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A group and how many products it has. */
    public record Group(long id, String name, int products) {}

    public List<Group> all() {
        return jdbc.sql("""
                select g.id, g.name, (select count(*) from product p where p.group_id = g.id) as products
                from product_group g order by g.name""").query(Group.class).list();
    }

    @Transactional
    public void add(String name, CurrentUser by) {
        by.require(Resource.PRODUCT, Action.CREATE);
        var id = jdbc.sql("insert into product_group (name) values (:name) on conflict do nothing returning id")
                .param("name", sound(name))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> InvalidInput.at("name", "catalog.problem.group"));
        record(by, id, "created", null, name);
    }

    @Transactional
    public void rename(ProductGroupId id, String name, CurrentUser by) {
        by.require(Resource.PRODUCT, Action.EDIT);
        var before = jdbc.sql("select name from product_group where id = :id for update")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RecordNotFound("product group", id));
        var renamed =
                jdbc.sql("""
                update product_group set name = :name where id = :id
                and not exists (select from product_group where name = :name and id <> :id)""").param("name", sound(name)).param("id", id.value()).update();
        if (renamed == 0) {
            throw InvalidInput.at("name", "catalog.problem.group");
        }
        record(by, id.value(), "changed", before, name);
    }

    private void record(CurrentUser by, long id, String action, @Nullable String before, String after) {
        audit.record(by, "product_group", id, action, Map.of("name", new Change(before, after.strip())));
    }

    private static String sound(String name) {
        var text = name.strip();
        if (text.isEmpty()) {
            throw InvalidInput.at("name", "platform.problem.required");
        }
        if (text.length() > LONGEST_NAME || text.indexOf('\0') >= 0) {
            throw InvalidInput.at("name", "catalog.problem.long", LONGEST_NAME);
        }
        return text;
    }
}
